# The command `marshrut robot`: what follows from a robot file.

robot-unknown = There is no robot “{ $name }”; there are: { $known }.
    .try = name one of them, or a file whose name ends in .toml.
robot-unknown-near = There is no robot “{ $name }”. Did you mean “{ $near }”?

sheet-title = { $id }, board { $board }: { $state ->
        [0] the file can be read, but such a robot does not start.
        [1] the file can be read, but such a robot does not move.
       *[other] the file is right.
    }
sheet-part-motor = Each motor alone, wheel in the air, battery { $volts } V
sheet-part-left-motor = Left motor alone, wheel in the air, battery { $volts } V
sheet-part-right-motor = Right motor alone, wheel in the air, battery { $volts } V
sheet-part-drive = The robot on the mat
sheet-part-turn = Turns
sheet-part-counts = Encoders
sheet-part-battery = The battery, when it is full

sheet-free-speed = free speed
sheet-free-speed-is = { $rpm } rpm ({ $deg_s } deg/s)
sheet-free-current = free current
sheet-free-current-is = { $ma } mA
sheet-stall-torque = torque at stall
sheet-stall-torque-is = { $mnm } mN·m ({ $kg_cm } kg·cm)
sheet-stall-current = current at stall
sheet-stall-current-is = { $a } A
sheet-electrical = electrical time constant
sheet-electrical-is = { $ms } ms
sheet-top-speed = top speed
sheet-top-speed-is = { $mm_s } mm/s
sheet-time-constant = time constant of gathering speed
sheet-time-constant-is = { $ms } ms: 63 % of the speed by then, where the tyres do not slip
sheet-motors = acceleration that the motors have force for
sheet-motors-is = { $m_s2 } m/s²
sheet-tyres = acceleration and braking that the tyres hold
sheet-tyres-is = { $m_s2 } m/s²
sheet-slip-duty = the tyres slip at the start
sheet-slip-duty-is = { $slips ->
        [0] never
       *[other] when given more than { $percent } %
    }
sheet-least-duty = the robot begins to move
sheet-least-duty-is = { $moves ->
        [0] never
       *[other] from { $percent } %
    }
sheet-brake = way to a stop from that speed, braking
sheet-brake-is = { $stands ->
        [0] it does not stop
       *[other] { $mm } mm
    }
sheet-coast = way to a stop from that speed, rolling out
sheet-coast-is = { $stands ->
        [0] it does not stop
       *[other] { $mm } mm
    }
sheet-turn-rate = turning on the spot, fastest
sheet-turn-rate-is = { $deg_s } deg/s
sheet-radius = tightest bend at top speed
sheet-radius-is = radius { $mm } mm; in a tighter one it slides
sheet-tip = it tips over
sheet-tip-is = when its centre of mass is higher than { $percent } % of the way from the axle to the ball
sheet-counts-mm = for a millimetre of way
sheet-counts-mm-is = { $counts } counts; one count is { $mm } mm
sheet-counts-deg = for a degree of turning on the spot
sheet-counts-deg-is = { $counts } counts; one count is { $deg }°
sheet-battery-rest = it lasts, when the robot stands
sheet-battery-rest-is = { $minutes } min
sheet-battery-drive = when it drives at top speed
sheet-battery-drive-is = { $minutes } min
sheet-battery-stalled = when both motors are stalled
sheet-battery-stalled-is = { $minutes } min; the voltage falls to { $volts } V

sheet-hint-idle = The board never starts: at `idle_ma` = { $ma } mA the battery of `open_circuit_v` = { $full } V gives { $volts } V, and below `brown_out_v` = { $least } V the board restarts.
    .try = check these keys of `[battery]`, and `resistance_ohm`.
sheet-hint-heavy = `mass_g` = { $got } is { $kg } kg; such motors make that robot faster by { $m_s2 } m/s each second.
    .try = check `mass_g`, which is in grams, and the keys of `[motors]`.
sheet-hint-inertia = `inertia_kg_cm2` = { $got } does not fit the robot: with its mass spread evenly over its outline it would be about { $even } kg·cm².
    .try = check the units, and `mass_g` and `outline_mm`: 1 kg·m² is 10 000 kg·cm².
sheet-hint-weak = Such motors do not move this robot: friction is more than their force.
    .try = check `gear_ratio`, which is turns of the motor for one of the wheel, `friction_mnm` and the motor's figures.
sheet-hint-slip = Gather speed gently: given more than { $percent } % at once, the wheels spin, and the encoders count a way that was not driven.
sheet-hint-driver = The driver { $driver } bears { $bears } A for long and a stalled motor takes { $stall } A: do not hold the wheels under power.
sheet-hint-resets = When both motors are held, the voltage falls to { $volts } V, and the board restarts below { $least } V.

draw-kind = A picture cannot be saved as “{ $name }”; the file's name ends in one of: { $known }.
draw-written = Picture: { $file }
draw-scale = from above, { $scale } on a sheet of A4 · board { $board }
draw-mm = { $mm } mm
draw-ahead = ahead
draw-pin = pin
draw-device = what is on it
draw-left-motor = left motor
draw-right-motor = right motor
draw-encoder = encoder, phase { $phase }
draw-wire = wire to { $pin }
draw-gripper = gripper ({ $servo })
