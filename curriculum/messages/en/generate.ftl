# Worlds that a seed draws: marshrut world generate.

generate-title-track = Track { $seed }
generate-title-maze = Maze { $seed }
generate-title-kegelring = Kegelring { $seed }
generate-title-slalom = Slalom { $seed }
generate-title-warehouse = Warehouse { $seed }
generate-title-sumo = Sumo { $seed }

generate-written = The world is in { $file }
generate-range = `{ $name }` goes from { $least } to { $most }; { $got } is given.
generate-option = A `{ $kind }` world has no `{ $name }`; it has { $known }.
generate-no-room = There is no such world: { $why ->
    [lengths] a lap cannot be at least { $needed } mm and at most { $has } mm
    [mat] it needs a mat of { $needed } mm and has { $has } mm
    [robot] the pins would stand in the robot: from the middle to a pin it needs { $needed } mm and { $has } mm are left
    [pins] the pins would stand in one another: their middles need { $needed } mm and { $has } mm are left
    [jitter] the pins would stand in one another: their middles need { $needed } mm and { $has } mm are left
    [shelf] a box of { $needed } mm does not fit on a shelf with { $has } mm
    [starts] the robots need { $needed } mm and the ring has { $has } mm
    [way] the way has at most { $has } cells, and { $needed } are asked for
   *[line] a line with that radius, gap and length does not fit on the mat
}.
    .try = { $why ->
        [lengths] change `--shortest-mm` and `--longest-mm`
        [mat] change the sizes
        [robot] make `--inside-mm` or `--jitter-mm` smaller
        [pins] take fewer pins
        [jitter] make `--jitter-deg` smaller or take fewer pins
        [shelf] make `--box-mm` smaller or `--pitch-mm` larger
        [starts] make `--apart-mm` smaller
        [way] make `--way-cells` smaller or the maze larger
       *[line] take a larger mat, or smaller `--radius-mm`, `--gap-mm`, `--shortest-mm`
    }.
