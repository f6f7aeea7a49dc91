# The command `marshrut robot fit`: a robot file's figures from a record of a real robot.

fit-no-record = This is no record of `rover.telemetry`: its first line has to begin with “ms,”.
    .try = take a file that `marshrut logs` has saved.
fit-record-twice = This is the same record as `{ $other }`.
    .try = name each record once.
fit-column-twice = The column “{ $name }” is named twice.
fit-column-missing = Columns are missing: { $names }.
    .try = record them: `marshrut robot fit --program` prints a program that does.
fit-column-empty = There is no number in the column “{ $name }”.
fit-cells = There { $count ->
        [one] is one cell
       *[other] are { $count } cells
    } in this line, and { $wanted } columns.
    .try = fetch the record from the board again: `marshrut logs`.
fit-cell = In the column “{ $name }” { $empty ->
        [0] there is “{ $got }” in place of a whole number.
       *[other] there is nothing in place of a whole number.
    }
    .try = fetch the record from the board again: `marshrut logs`.
fit-duty = Column "{ $name }" holds { $got }, more than full power, which is { $full }.
    .try = write what `duty_u16` was given, with a minus for backward.
fit-times = Time goes back or stands still: { $before } ms, then { $after } ms.
fit-short = The record is too short: { $count } lines in { $seconds } s; at least { $least } in { $least_s } s are needed.
fit-large = The record has more than { $most } lines; no more are read.
    .try = record a shorter drive.
fit-still = The wheels have not turned in all of the record.
    .try = check the battery and the encoders' cables, and record again.
fit-against = The { $side ->
        [left] left
       *[right] right
    } wheel counts back when its motor pulls ahead.
    .try = exchange the motor's wires or the encoder's phases, or put `reversed` right in the file.
fit-other-sensors = The record has { $count } columns of line sensors, and the robot “{ $robot }” has { $wanted } sensors.
    .try = name the file of the robot that was recorded.
fit-other-robot = This record is not of the robot “{ $robot }”: even with the best figures the model is off by { $off } mm over a way of { $way } mm.
    .try = name the file of the robot that was recorded, or check mass and counts per turn in the file.
fit-nothing = This record tells nothing of the robot: it never drove from rest to rest, and crossed no strips.
    .try = drive the program that `marshrut robot fit --program` prints.
fit-no-strips = This mat has no straight strips much darker than itself: wheels, track and line sensors are not fitted.
    .try = name a mat with dark strips after --world.
fit-volts = “{ $got }” is no battery's voltage in volts.
    .try = measure it without load and give it like this: --battery 7.9.
fit-out = A robot file cannot be called “{ $name }”: its name ends in .toml.

fit-waiting = Looking for the figures; this takes a few minutes …
fit-read = { $file }: { $count } lines, { $seconds } s
fit-marks-told = Strips: { $count } edges met; the way by the counts agrees with them within { $mm } mm.
fit-marks-untold = Line sensors met { $count } edges, but these are not the strips of this mat: wheels and track are not fitted.
fit-strips-unlike = The strips of this mat are not alike, some are darker: line sensors are not fitted.
fit-motion-told = The model's encoders follow the record within { $mm } mm over { $seconds } s of driving; before fitting it was { $was } mm.
fit-head-figure = figure
fit-head-file = in the file
fit-head-found = found
fit-head-sure = how sure
fit-untold = not told
fit-of-side = { $side ->
        [left] left motor
       *[right] right motor
    }: { $figure }
fit-figure-wheel = wheel's diameter, mm
fit-figure-back-emf = back EMF, V·s/rad
fit-figure-resistance = resistance, Ω
fit-figure-efficiency = gear's efficiency
fit-figure-friction = friction, mN·m
fit-figure-static-friction = friction at rest, mN·m
fit-figure-track = track, mm
fit-figure-rotor = rotor's inertia, g·cm²
fit-figure-inertia = moment of inertia, kg·cm²
fit-figure-grip = the tyres' grip
fit-figure-battery-v = battery's voltage, V
fit-figure-battery-ohm = battery's resistance, Ω
fit-figure-white-v = over white, V
fit-figure-black-v = over black, V
fit-figure-noise-mv = noise, mV
fit-figure-sensors = line sensors
fit-unsure = What these records do not tell, or hardly, and which drive would:
fit-needs-wheel = a drive across strips at known distances, there and back
fit-needs-back-emf = even driving with several shares of power, and a known voltage of the battery
fit-needs-resistance = sudden changes of power up and down, full power with wheels that spin, and a mass that is right
fit-needs-efficiency = sudden changes of power up and down: up the motor drives, down it is driven
fit-needs-friction = rolling out with the motors off
fit-needs-static-friction = power that rises very slowly from rest
fit-needs-track = two turns on the spot beside a strip
fit-needs-rotor = full power to and fro, so that the wheels spin
fit-needs-inertia = sudden changes of power while it turns on the spot
fit-needs-grip = full power to and fro, so that the wheels spin
fit-needs-battery-v = a column battery_mv; without a divider measure it and tell: --battery
fit-needs-battery-ohm = a column battery_mv, and full power
fit-needs-sensors = columns line1, line2 and so on, over white and over black
fit-mass = The mass is the file's: { $grams } g. Every force hangs on it: weigh the robot.
fit-wheels-believed = The wheels' diameter and the track are the file's. With wheels 5 % larger than that, frictions and resistances are 10 % off: a drive across strips tells them.
fit-volts-believed = The battery's voltage without load is taken to be { $volts } V. A measured one is told like this: --battery 7.9.
fit-pin-map = In rover_board.py on the board this wants changing: WHEEL_DIAMETER_MM = { $wheels }, AXLE_TRACK_MM = { $track }.
fit-written = Robot file: { $file }
fit-not-written = With --out FILE.toml the robot's file is written.
