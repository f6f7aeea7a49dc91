# What `marshrut sim` prints after a run.

summary-seed = Seed
summary-points = Points
summary-points-value = { $points } of { $max }
summary-time = Lap time
summary-goal-time = Time
summary-total = with penalties { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
summary-penalties = penalties +{ NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
summary-counted = counted as { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
summary-cost-time = +{ $time_s } s
summary-cost-points = −{ $points }
summary-place = x { $x_mm }, y { $y_mm } mm
summary-place-of = x and y: where the middle of the robot's axle was then, from the lower left corner of the mat.
summary-bout = { $first } against { $second }: { $how }
summary-decided = [{ $rule }, { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start]
summary-scored = the last after { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
summary-distance = Distance
summary-distance-value = { $progress_mm } mm of { $lap_mm } mm, { $percent } %
summary-speed-value = mean { $mean } mm/s, top { $max } mm/s
summary-lost = Line lost
summary-lost-never = never
summary-lost-value = { $count ->
    [one] once
   *[other] { $count } times
}, first { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on, x = { $x_mm } mm, y = { $y_mm } mm
summary-walls = Met a wall { $count ->
    [one] once,
   *[other] { $count } times, first
} { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on.
summary-robots = Ran into another robot { $count ->
    [one] once,
   *[other] { $count } times, first
} { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on.
summary-objects = Touched objects { $count ->
    [one] once,
   *[other] { $count } times, first
} { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on.
summary-rivals = There are { $count } robots on the mat. This report is about the first: { $name }.
summary-rival = Robot { $number } ({ $name }): { $ended }
summary-rival-ended = { $ended ->
    [program_end] its program ended
    [time_limit] it ran until the time was up,
    [stuck] its program was stuck in a loop and was stopped
    [hung] its program stopped answering and was broken off
    [memory] its program ran out of the board's memory
    [output_cap] its program made too many records and was stopped
    [reset_loop] its board restarted too often and was stopped
   *[other] its run ended
} { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on.
summary-files = Written
summary-running = Running

verdict-bout-goal = Won
verdict-bout-beaten = Lost
verdict-bout-draw = Draw
verdict-pass = Passed
verdict-fail = Not passed
verdict-void = Attempt does not count
verdict-disqualified = Disqualified
verdict-error = Could not be judged
summary-printed = The program printed:
summary-printed-last = The program printed { $count ->
    [one] { $count } line
   *[other] { $count } lines
} more, and then:
