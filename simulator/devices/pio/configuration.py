"""What the four configuration registers of a PIO machine say (RP2040 data sheet, section 3.7)."""

from .words import rotated

FIFO_WORDS = 4


class Configuration:
    """The registers' fields by what they mean."""

    def configure(self, clkdiv: int, execctrl: int, shiftctrl: int, pinctrl: int) -> None:
        """Take the four registers."""
        self.registers = (clkdiv, execctrl, shiftctrl, pinctrl)
        self.div256 = (clkdiv >> 16 or 65536) * 256 + (clkdiv >> 8 & 0xFF)
        self.status_words = execctrl & 15
        self.status_of_rx = bool(execctrl >> 4 & 1)
        self.wrap_bottom = execctrl >> 7 & 31
        self.wrap_top = execctrl >> 12 & 31
        self.jmp_pin = execctrl >> 24 & 31
        self.side_dirs = bool(execctrl >> 29 & 1)
        self.side_enable = bool(execctrl >> 30 & 1)
        self.autopush = bool(shiftctrl >> 16 & 1)
        self.autopull = bool(shiftctrl >> 17 & 1)
        self.in_right = bool(shiftctrl >> 18 & 1)
        self.out_right = bool(shiftctrl >> 19 & 1)
        self.push_at = shiftctrl >> 20 & 31 or 32
        self.pull_at = shiftctrl >> 25 & 31 or 32
        join_tx, join_rx = shiftctrl >> 30 & 1, shiftctrl >> 31 & 1
        self.tx_words = 2 * FIFO_WORDS if join_tx and not join_rx else 0 if join_rx else FIFO_WORDS
        self.rx_words = 2 * FIFO_WORDS if join_rx and not join_tx else 0 if join_tx else FIFO_WORDS
        self.out_base = pinctrl & 31
        self.set_base = pinctrl >> 5 & 31
        self.side_base = pinctrl >> 10 & 31
        self.in_base = pinctrl >> 15 & 31
        self.out_count = pinctrl >> 20 & 63
        self.set_count = pinctrl >> 26 & 7
        self.side_count = pinctrl >> 29 & 7
        bits = max(0, self.side_count - self.side_enable)
        self.side_mask = rotated((1 << bits) - 1, self.side_base)
        self.side_values = tuple(rotated(value, self.side_base) for value in range(1 << bits))
        self.delay_mask = (1 << max(0, 5 - self.side_count)) - 1

    def after(self, place: int) -> int:
        """The place in memory that follows that one."""
        return self.wrap_bottom if place == self.wrap_top else place + 1 & 31
