"""Two resistors in a row from the battery to ground, an ADC pin between them: U · lower / (upper + lower).

What comes out above the range of the ADC reads as its end, so that a divider needs some room.
"""

from .ports import Device


class BatteryDivider(Device):
    ANALOGUE = ("signal",)

    def volts(self, line: str, t_us: int) -> float:
        upper, lower = self.part.figure("upper_kohm"), self.part.figure("lower_kohm")
        return self.surroundings.battery_v() * lower / (upper + lower)

    def noise_mv(self, line: str) -> float:
        return self.part.figure("noise_mv")
