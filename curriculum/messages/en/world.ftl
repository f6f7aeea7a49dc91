# The commands `marshrut world check` and `marshrut world draw`.

world-fine = { $file }: the file is in order. “{ $title }”, a mat of { $width } × { $height } mm.
world-starts = starts: { $starts }
world-line = line `{ $id }`: { $closed ->
    [1] closed, length
   *[other] length
} { $length } mm, width { $width } mm{ $radius ->
    [0] {""}
   *[other] , its tightest turn has a radius of { $radius } mm
}
world-count = { $what ->
    [line] lines
    [area] painted areas
    [image] pictures
    [wall] walls
    [pin] pins
    [post] posts
    [ball] balls
    [box] cubes and boxes
    [zone] zones
    [ramp] slopes
    [bump] speed bumps
   *[light] patches of light
}: { $count }
world-look = Have a look: { $what }
world-line-near-edge = The line `{ $id }` passes { $gap } mm from the mat's edge near x = { $x }, y = { $y }: a robot that follows it has a wheel beyond the edge; it needs { $half } mm.
    .try = move the line away from the edge.
world-line-faint = The line `{ $id }` differs from the mat by { $percent } % of reflectance: line sensors hardly see it; they need { $least } % or more.
    .try = make it darker: coloured inks are nearly white in the infrared.
world-line-tight = The line `{ $id }`, { $width } mm wide, turns with a radius of { $radius } mm: the inside of the turn becomes a blot.
    .try = make the turn wider.
world-start-over-edge = At the start `{ $start }` the robot `{ $robot }` stands { $over } mm beyond the mat's edge.
    .try = move the start.
world-posts-near = Between the posts `{ $one }` and `{ $other }` there are { $gap } mm: the robot `{ $robot }` is { $width } mm wide and needs { $needed } mm to pass there.
    .try = move the posts apart, or make them thinner; or take a smaller robot.

world-draw-size = a mat of { $width } × { $height } mm
