"""The same rover in MuJoCo: a rigid body on two wheels, built from the figures of its robot file and from nothing else.

What the file says is taken as it is; what it leaves open is settled as follows, before anything was compared.

- The body moves over the floor and turns on it; it neither pitches nor rolls, since the file knows no height of the
  centre of mass. That lies over the axle, as `inertia_kg_cm2` is about it.
- The ball bears its share of the weight without friction of its own: it lifts the body by that much. Rolling resistance
  is friction at both wheels' hinges, as the file gives it for the robot as a whole.
- A wheel touches the floor in one point: its geometry is a sphere of its diameter, its inertia the file's, with the
  rotor's behind the gears as armature. Along and across its tyre has the file's grip, and nine tenths of it while it
  slides, as in the simulator. A hinge at rest has the file's static friction.
- A motor's torque follows Ohm's law and the back-EMF at every step, less the gears' loss; the winding's inductance,
  which delays it by a third of a millisecond, is left out. The two motors share the battery's voltage.

MuJoCo steps by half a millisecond, with elliptic friction cones and hard contacts. Its solver, contacts and integration
are its own.
"""

from collections.abc import Sequence

import mujoco
import numpy
from marshrut.simulator.devices.drv8833 import DIODE_V, ON_OHM
from marshrut.simulator.scene.model import Motor, Robot

from .world_drive import Plan

STEP_S = 0.0005
GRAVITY = 9.80665
SLIDING = 0.9  # of the grip of a tyre that does not slide
STANDS_RAD_S = 0.01
CREEP_M_S = 0.004  # contacts of MuJoCo creep under load; a tyre slides beyond that
Pose = tuple[float, float, float]  # m, m, rad


def mjcf(robot: Robot) -> str:
    mass, inertia = robot.mass_g / 1000, robot.inertia_kg_cm2 * 1e-4
    motors = (("left", robot.left), ("right", robot.right))
    wheels = "".join(_wheel(name, motor, robot) for name, motor in motors)
    # The wheels have next to no mass of their own: the robot's is the body's.
    thin = 1e-3
    return f"""
<mujoco>
  <option timestep="{STEP_S}" gravity="0 0 -{GRAVITY}" cone="elliptic" impratio="100" integrator="implicitfast"
    iterations="100" tolerance="1e-12"/>
  <worldbody>
    <geom name="floor" type="plane" size="20 20 1" friction="0 0 0" contype="1" conaffinity="2"/>
    <body name="body" pos="0 0 0">
      <joint name="x" type="slide" axis="1 0 0"/>
      <joint name="y" type="slide" axis="0 1 0"/>
      <joint name="z" type="slide" axis="0 0 1"/>
      <joint name="turn" type="hinge" axis="0 0 1"/>
      <inertial pos="0 0 0.01" mass="{mass - 2 * thin}" diaginertia="{inertia / 2} {inertia / 2} {_yaw(robot, thin)}"/>
      {wheels}
    </body>
  </worldbody>
  <actuator>
    <motor name="left" joint="left"/>
    <motor name="right" joint="right"/>
  </actuator>
</mujoco>"""


def _yaw(robot: Robot, thin: float) -> float:
    """The body's own inertia, so that with the wheels' thin masses it is the file's."""
    arms = sum((motor.wheel_y_mm / 1000) ** 2 for motor in (robot.left, robot.right))
    return robot.inertia_kg_cm2 * 1e-4 - thin * arms


def _wheel(name: str, motor: Motor, robot: Robot) -> str:
    radius = motor.wheel_diameter_mm / 2000
    spin = motor.wheel_inertia_g_cm2 * 1e-7
    armature = motor.rotor_inertia_g_cm2 * 1e-7 * motor.gear_ratio**2
    friction = _friction(robot, motor, motor.friction_mnm)
    return f"""
      <body name="{name}" pos="{motor.wheel_x_mm / 1000} {motor.wheel_y_mm / 1000} {radius}">
        <joint name="{name}" type="hinge" axis="0 1 0" armature="{armature}" frictionloss="{friction}"
          solreffriction="0.001 1" solimpfriction="0.99 0.999 0.0001"/>
        <inertial pos="0 0 0" mass="0.001" diaginertia="{spin / 2 + 1e-9} {spin + 1e-9} {spin / 2 + 1e-9}"/>
        <geom name="{name}" type="sphere" size="{radius}" condim="3" friction="{robot.grip} 0 0" contype="2"
          conaffinity="1" solref="0.001 1" solimp="0.99 0.999 0.0001"/>
      </body>"""


def _friction(robot: Robot, motor: Motor, own_mnm: float) -> float:
    """N·m at the hinge: the motor's own and half the robot's rolling resistance."""
    return own_mnm / 1000 + robot.rolling_mn / 2000 * motor.wheel_diameter_mm / 2000


def drive(robot: Robot, seconds: float, plan: Plan, every_s: float) -> list[Pose]:
    """Where the robot is every so often, from the start on."""
    model = mujoco.MjModel.from_xml_string(mjcf(robot))
    data = mujoco.MjData(model)
    mass = robot.mass_g / 1000
    body = model.body("body").id
    geoms = [model.geom(name).id for name in ("left", "right")]
    data.xfrc_applied[body, 2] = (1 - robot.wheel_load) * mass * GRAVITY
    for _ in range(round(0.3 / STEP_S)):  # let it settle on the floor
        mujoco.mj_step(model, data)
    data.qpos[0:2], data.qpos[3], data.qvel[:] = 0.0, 0.0, 0.0
    battery_v = robot.battery.open_circuit_v
    poses: list[Pose] = [(0.0, 0.0, 0.0)]
    between = round(every_s / STEP_S)
    for count in range(round(seconds / STEP_S)):
        speeds = [float(data.qvel[model.joint(name).dofadr[0]]) for name in ("left", "right")]
        torques, drawn = _torques(robot, plan(count * STEP_S), speeds, battery_v)
        data.ctrl[:] = torques
        battery_v = robot.battery.open_circuit_v - robot.battery.resistance_ohm * drawn
        _let_slide(model, data, robot, geoms, speeds)
        _let_start(model, robot, speeds)
        mujoco.mj_step(model, data)
        if (count + 1) % between == 0:
            poses.append((float(data.qpos[0]), float(data.qpos[1]), float(data.qpos[3])))
    return poses


def _torques(
    robot: Robot, shares: Sequence[float | None], speeds: Sequence[float], battery_v: float
) -> tuple[list[float], float]:
    """What each motor gives its wheel, and the current that the battery gives; the voltage is that of a step before."""
    torques, drawn = [], robot.battery.idle_ma / 1000
    for motor, share, speed in zip((robot.left, robot.right), shares, speeds, strict=True):
        emf_v = motor.back_emf_v_per_rad_s * motor.gear_ratio
        amps = _amps(motor, share, emf_v * speed, battery_v)
        through_gears = motor.gear_efficiency if amps * speed >= 0 else 1 / motor.gear_efficiency
        torques.append(emf_v * amps * through_gears)
        drawn += amps * (share or 0.0)
    return torques, drawn


def _amps(motor: Motor, share: float | None, emf_v: float, battery_v: float) -> float:
    if share is None:  # the diodes would conduct only beyond the battery's voltage
        return 0.0 if abs(emf_v) < battery_v + 2 * DIODE_V else float("nan")
    return (share * battery_v - emf_v) / (motor.resistance_ohm + ON_OHM)


def _let_slide(
    model: mujoco.MjModel, data: mujoco.MjData, robot: Robot, geoms: Sequence[int], speeds: Sequence[float]
) -> None:
    """Give each tyre the grip of one that rolls or of one that slides."""
    vx, vy, turning = (float(data.qvel[i]) for i in (0, 1, 3))
    heading = float(data.qpos[3])
    cosine, sine = numpy.cos(heading), numpy.sin(heading)
    ahead, aside = vx * cosine + vy * sine, vy * cosine - vx * sine
    for geom, motor, speed in zip(geoms, (robot.left, robot.right), speeds, strict=True):
        along = ahead - turning * motor.wheel_y_mm / 1000 - speed * motor.wheel_diameter_mm / 2000
        slides = numpy.hypot(along, aside) > CREEP_M_S
        model.geom_friction[geom, 0] = robot.grip * (SLIDING if slides else 1.0)


def _let_start(model: mujoco.MjModel, robot: Robot, speeds: Sequence[float]) -> None:
    """Give each wheel's hinge the friction of one that stands or of one that turns."""
    for name, motor, speed in zip(("left", "right"), (robot.left, robot.right), speeds, strict=True):
        own = motor.static_friction_mnm if abs(speed) < STANDS_RAD_S else motor.friction_mnm
        model.dof_frictionloss[model.joint(name).dofadr[0]] = _friction(robot, motor, own)
