# What `marshrut sim` prints after a run.

summary-task = Task
summary-variant = Variant
summary-seed = Seed
summary-runtime = Runtime
summary-robot = Robot
summary-result = Result
summary-points = Points
summary-points-value = { $points } of { $max }
summary-time = Lap time
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
summary-no-time = none, the lap was not finished
summary-distance = Distance
summary-distance-value = { $progress_mm } mm of { $lap_mm } mm, { $percent } %
summary-speed = Speed
summary-speed-value = mean { $mean } mm/s, top { $max } mm/s
summary-lost = Line lost
summary-lost-never = never
summary-lost-value = { $count ->
    [one] once
   *[other] { $count } times
}, first at { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s, x = { $x_mm } mm, y = { $y_mm } mm
summary-ended = End
summary-check = Check
summary-rule = Rule
summary-when = When
summary-files = Written
summary-file-result = result
summary-file-trace = trace
summary-file-picture = picture
summary-file-replay = replay
summary-trace-hash = Trace hash
summary-simulated = { NUMBER($time_s, minimumFractionDigits: 1, maximumFractionDigits: 1) } s on the robot's clock
summary-running = Running
summary-passed = yes
summary-missed = no

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
