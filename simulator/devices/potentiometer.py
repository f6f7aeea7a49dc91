"""A potentiometer between 3.3 V and ground, its wiper on an ADC pin; the robot file says how far it is turned."""

from .ports import Device

SUPPLY_V = 3.3


class Potentiometer(Device):
    ANALOGUE = ("signal",)

    def volts(self, line: str, t_us: int) -> float:
        return SUPPLY_V * self.part.figure("turned")

    def noise_mv(self, line: str) -> float:
        return self.part.figure("noise_mv")
