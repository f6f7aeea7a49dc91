"""The quantities of world and robot files, each with its limits, and the strict table that all of theirs are."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

# Limits far beyond any school robot or mat, so that no figure makes arithmetic overflow or a map of the mat too big.
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Coordinate = Annotated[float, Field(ge=-20_000, le=20_000, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=0.1, le=20_000, allow_inf_nan=False)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
MatSize = Annotated[float, Field(ge=10, le=20_000, allow_inf_nan=False)]
LineWidth = Annotated[float, Field(ge=1, le=500, allow_inf_nan=False)]
Angle = Annotated[float, Field(ge=-3600, le=3600, allow_inf_nan=False)]
Corner = tuple[Coordinate, Coordinate]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]

OnRobot = Annotated[float, Field(ge=-1000, le=1000, allow_inf_nan=False)]  # mm
RobotCorner = tuple[OnRobot, OnRobot]
Ohm = Annotated[float, Field(ge=0.05, le=1000, allow_inf_nan=False)]
MilliHenry = Annotated[float, Field(ge=0.001, le=1000, allow_inf_nan=False)]
BackEmf = Annotated[float, Field(ge=0.00001, le=10, allow_inf_nan=False)]
GearRatio = Annotated[float, Field(ge=0.1, le=10_000, allow_inf_nan=False)]
Efficiency = Annotated[float, Field(ge=0.05, le=1, allow_inf_nan=False)]
RotorInertia = Annotated[float, Field(ge=0.0001, le=10_000, allow_inf_nan=False)]
WheelInertia = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
FrictionTorque = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
Backlash = Annotated[float, Field(ge=0, le=20, allow_inf_nan=False)]
WheelDiameter = Annotated[float, Field(ge=5, le=500, allow_inf_nan=False)]
CountsPerTurn = Annotated[int, Field(ge=4, le=100_000)]
Footprint = Annotated[float, Field(ge=0.5, le=50, allow_inf_nan=False)]
AdcVolts = Annotated[float, Field(ge=0, le=3.3, allow_inf_nan=False)]
SensorHeight = Annotated[float, Field(ge=0.2, le=30, allow_inf_nan=False)]
NoiseMillivolts = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
ObjectSize = Annotated[float, Field(ge=5, le=2000, allow_inf_nan=False)]
ObjectMass = Annotated[float, Field(ge=0.1, le=100_000, allow_inf_nan=False)]
Friction = Annotated[float, Field(ge=0.001, le=2, allow_inf_nan=False)]
ServoAngle = Annotated[float, Field(ge=0, le=180, allow_inf_nan=False)]
PinNumber = Annotated[int, Field(ge=0, le=99)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
