"""`make tick`: what a control tick takes on an RP2040."""

import sys

from .costs import COSTS, HARDWARE_SOURCE
from .estimate import MOST_US, TASKS, measure


def main() -> int:
    print("A control tick on an RP2040 at 125 MHz, estimated, µs\n")
    ticks = [measure(task) for task in TASKS]
    print(f"  {'':34}{'bytecodes':>12}{'functions':>12}{'built-ins':>12}{'hardware':>12}{'in all':>12}")
    for tick in ticks:
        shares = "".join(f"{us:>12.0f}" for us in tick.shares_us.values())
        print(f"  {tick.name:34}{shares}{tick.us:>12.0f}")
    print(f"  at most {MOST_US}\n\nCounted in a tick, on average\n")
    print(f"  {'':34}{'bytecodes':>12}{'functions':>12}{'built-ins':>12}{'hardware':>12}")
    for tick in ticks:
        counts = (tick.bytecodes.total(), tick.functions, tick.built_ins, tick.hardware.total())
        print(f"  {tick.name:34}" + "".join(f"{count / tick.ticks:>12.1f}" for count in counts))
    print("\nCosts, µs\n")
    for name, cost in COSTS.items():
        print(f"  {name:34}{cost.us:>6.2f}  {cost.source}")
    print(f"  {'a call of the board':40}  {HARDWARE_SOURCE}")
    return 0 if all(tick.us <= MOST_US for tick in ticks) else 1


if __name__ == "__main__":
    sys.exit(main())
