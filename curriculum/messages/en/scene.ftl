# World and robot files: what their keys mean together.

pin-twice = Pin { $pin } has two devices: `{ $first }` (line { $line }) and `{ $second }`.
    .try = give one of them another pin.
segment-form = `{ $key }` has { $got }; a segment is `straight_mm` alone, or `arc_deg` with `radius_mm`.
line-open = The line `{ $id }` is closed, but its end misses its start by { $gap } mm; 0.5 mm is allowed.
    .try = lengthen or shorten its last segments.
line-corner = The line `{ $id }` is closed, but meets its start with a corner of { $corner }°.
    .try = let its turns add up to 360°.
line-radius = The line `{ $id }` has a turn of radius { $radius } mm; its `min_radius_mm` allows { $least } mm or more.
line-gap = The line `{ $id }` leaves { $gap } mm of mat between two of its parts near x = { $x }, y = { $y }; its `min_gap_mm` asks for { $least } mm.
zone-form = The zone `{ $id }` has { $count ->
        [0] no shape
       *[other] { $got }
    }; it is `points_mm` alone, or `x_mm`, `y_mm` and `diameter_mm`.
objects-overlap = `{ $id }` stands in `{ $other }`.
    .try = move one of them.
object-in-wall = `{ $id }` stands in the wall `{ $wall }`; it may only touch it.
    .try = move it or the wall.
off-mat = `{ $id }` reaches x = { $x }, y = { $y }, which is off the mat of { $width } × { $height } mm.
    .try = move it onto the mat or make the mat larger.
bump-steep = The bump `{ $id }` rises by { $angle }°; { $most }° is the most.
    .try = make it longer (`length_mm`) or lower (`height_mm`).
area-flat = The corners of `{ $id }` lie in one row, so it covers nothing.
step-empty = `{ $key }` has no length.
    .try = give it one, or leave this part out.
friction-at-rest = `{ $key }` says { $got }, less than `friction_mnm`, which says { $limit }: a wheel at rest is held by no less than brakes it when it turns.
    .try = check both numbers and their unit, mN·m.
wheels-crossed = The left wheel stands at y = { $left } mm, the right one at y = { $right } mm; the left one needs at least { $least } mm more.
    .try = count y to the left from the robot's middle.
light-missing = `{ $key }` says neither `reflectance` nor `colour`.
    .try = write `colour = "#c03020"`, or `reflectance` from 0 (black) to 1.
start-at-wall = At the start `{ $start }` the robot `{ $robot }` is { $room } mm from the wall `{ $wall }`; it needs { $least } mm.
    .try = move the start or the wall, or take a smaller robot.
start-in-object = At the start `{ $start }` the robot `{ $robot }` would stand in `{ $object }`.
    .try = move the start or the object.
bumper-place = The bumper `{ $id }` { $place ->
        [inside] lies within the robot's outline, where no wall can reach it
        [near] stands out { $out } mm before the robot's outline, and no wall comes that near
       *[far] stands out { $out } mm before the robot's outline, and its travel is { $travel } mm: a wall that stops the robot is behind it
    }.
    .try = put its face { $least } to { $travel } mm before the outline{ $ahead ->
        [0] {""}
       *[other] : `x_mm` from { $from } to { $to }
    }.
pin-unknown = Board `{ $board }` has no pin { $pin } for your use; it has { $known }.
    .try = take one of these pins.
pin-input-only = Pin { $pin } can only be an input, and `{ $device }` needs an output.
    .try = give it another pin.
pin-no-adc = Pin { $pin } has no ADC, and `{ $device }` gives a voltage; the pins { $known } have one.
address-twice = `{ $first }` (line { $line }) and `{ $second }` have one I2C address, { $address }, on one bus.
    .try = give one of them another address or other pins.
address-twice-fixed = `{ $first }` (line { $line }) and `{ $second }` have one I2C address, { $address }, on one bus, and these chips have no other.
    .try = { $movable ->
        [0] put one of them on another bus, with other `sda` and `scl`
       *[other] give `{ $laser }` a pin `xshut` in its `pins`, so that the program can change its address, or put one of them on another bus, with other `sda` and `scl`
    }.
wire-itself = The wire joins pin { $pin } with itself.
    .try = name two pins.
wire-twice = Pin { $pin } already has a wire (line { $line }).
    .try = leave one wire a pin.
wire-short = The wire joins the pins { $pin } and { $other }, which are already driven: `{ $first }` and `{ $second }`.
    .try = wire to a free pin.
wire-device = Pin { $pin } of the wire is driven by `{ $device }`; a wire carries only what the program puts on a pin.
    .try = wire to a free pin.
outline-crossed = The edges { $first } and { $second } of `chassis.outline_mm` meet.
    .try = list its corners in order, once around the robot.
gripper-still = `open_deg` and `closed_deg` of the gripper are both { $angle }, so it never closes.
    .try = give the two angles of its servo.
