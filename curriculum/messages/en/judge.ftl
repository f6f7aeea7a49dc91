# What the judge says about each check. Times in seconds, ways in millimetres.

judge-start-so = The robot's front crossed the start line { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on.
judge-start-not = The robot did not get to the start line.
judge-start-not-still = The robot did not move.
judge-start-not-backward = The robot drove the wrong way and did not cross the start line.
judge-progress-so = { $percent } % of the lap done in { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
judge-progress-not = The robot did not reach { $percent } % of the lap; it did { $reached } %.
judge-finish-so = Finish: the whole lap in { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
judge-finish-not = The robot did not reach the finish; it did { $reached } % of the lap.

judge-false-start-not = There was no false start.
judge-false-start-so = False start: the robot crossed the start line { $early_s } s before the button was pressed.
judge-rejoin-not = The robot took no shortcut.
judge-rejoin-so = A shortcut: the robot came back to the line { $ahead_mm } mm past where it lost it; { $slack_mm } mm is allowed.
judge-off-line-for-not = { $count ->
    [0] The robot never lost the line.
    [one] The robot lost the line once, not longer than allowed.
   *[other] The robot lost the line { $count } times, never longer than allowed.
}
judge-off-line-for-so = The robot was off the line for more than { $limit_s } s.
judge-left-field-not = The robot stayed on the mat.
judge-left-field-so = The robot drove off the mat.
judge-object-out-so = “{ $name }” was fully outside the zone { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-object-out-not = “{ $name }” stayed in the zone, { $short_mm } mm short of being out.
judge-moved-early-not = The robot stood still until the button was pressed.
judge-moved-early-so = The robot moved { $early_s } s before the button was pressed.
judge-outside-not = The robot was never fully outside the zone for more than { $limit_s } s (the longest: { $longest_s } s).
judge-outside-so = The robot was fully outside the zone for more than { $limit_s } s.
judge-time-limit-so-counted = After { $limit_s } s the robot was not done: { $done } of { $of }.
judge-time-limit-not = The run took { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s of { $limit_s } s.
judge-time-limit-so = After { $limit_s } s the robot was not done; it did { $reached } % of the lap.

judge-inside-so = The robot came into the zone “{ $zone }” { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-inside-not = { $part ->
    [all] { $over ->
        [0] The robot did not come into the zone “{ $zone }”; in the end it was { $away_mm } mm away.
       *[other] Not all of the robot is in the zone “{ $zone }”; in the end it stuck out by { $out_mm } mm.
    }
   *[other] { $short_mm ->
        [0] The robot was in the zone “{ $zone }”, but not in the end: then it was { $away_mm } mm away.
       *[other] The robot did not come into the zone “{ $zone }”; at its nearest it was { $short_mm } mm away.
    }
}
judge-stopped-in-so = The robot stopped in the zone “{ $zone }” { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-stopped-in-not = { $how ->
    [short] The robot stood in the zone “{ $zone }” for { $rested_s } s at the longest; { $for_s } s are needed.
    [passed] The robot was in the zone “{ $zone }” but did not stop there.
    [out] The robot did not stop with all of it in the zone “{ $zone }”: in the end it stuck out by { $out_mm } mm.
   *[away] The robot did not stop in the zone “{ $zone }”: in the end { $part ->
        [axle] the middle of its axle was { $away_mm } mm away{ $short_mm ->
            [0] {""}
           *[other] , at its nearest { $short_mm } mm
        }
       *[other] it was { $away_mm } mm away
    }.
}
judge-idle-so = The robot stood still for more than { $limit_s } s.
judge-idle-not = The robot never stood still for more than { $limit_s } s.
judge-touched-so = { $what ->
    [wall] The robot touched a wall { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
    [robot] The robot touched its rival { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
   *[other] The robot touched “{ $name }” { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
}
judge-touched-not = { $what ->
    [wall] The robot touched no wall.
    [robot] The robot did not touch its rival.
   *[other] The robot touched no object.
}
judge-not-yet = This counts only after { $rules }, and that was not reached.
judge-way-so = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start the robot had passed { $wanted } of the { $count } cells of the shortest way from “{ $first }” to “{ $last }”.
judge-way-not = The robot passed { $reached } of the { $count } cells of the shortest way from “{ $first }” to “{ $last }”; { $wanted } are asked for.
judge-passed-side-so = The robot passed “{ $post }” on its { $side ->
    [left] left
   *[other] right
}.
judge-passed-side-not = The robot did not pass “{ $post }” on its { $side ->
    [left] left
   *[other] right
}.
judge-object-in-so = “{ $name }” was in the zone “{ $zone }” { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-object-in-not = “{ $name }” is not in the zone “{ $zone }”; it is { $short_mm } mm away.
judge-object-moved-so = “{ $name }” was moved by { $moved_mm } mm.
judge-object-moved-not = The object was not moved by more than { $beyond_mm } mm.
judge-object-fallen-so = “{ $name }” fell { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-object-fallen-not = The object stands.
judge-rival-outside-so = The rival was outside the zone { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-rival-outside-not = The rival stayed in the zone.
judge-rival-moved-early-so = The rival moved { $early_s } s too early.
judge-rival-moved-early-not = The rival did not move too early.
judge-caught-so = The robot caught its rival { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start.
judge-caught-not = The robot did not catch its rival.
judge-nearer-so = When time was up the robot was nearer to the middle: { $own_mm } mm against its rival's { $other_mm } mm.
judge-nearer-not = The robot did not win by distance: it is { $own_mm } mm from the middle, its rival { $other_mm } mm.
judge-called-so = The referee called it.
judge-called-not = The referee did not call it.
judge-scored-so = { $en }
judge-scored-not = { $en }

mark-start = Start: the clock is running.
mark-progress = { $percent } % of the lap in { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
mark-finish = Finish: { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
mark-lost = Line lost at { $percent } % of the lap.
mark-regained = Back on the line after { NUMBER($off_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.

# How the run ended.

ended-goal = The robot reached the finish.
ended-time_limit = Time was up and the robot was not done: { $reached } % of the way.
    .try = look in the replay where the robot loses time.
ended-program_end = The program ended before the finish: { $reached } % of the way.
    .try = check what the last line does, and whether the program waits for the robot. After the last line the motors of `rover` are switched off; your own timers and interrupts run on.
ended-program_error = The program stopped with the error { $cls }{ $line ->
        [0] {""}
       *[other] {" "}in line { $line }
    }.
ended-program_error-inside = The program stopped with the error { $cls }: { $place }.
ended-stuck = The program is stuck in a loop{ $line ->
        [0] {""}
       *[other] {" "}in line { $line }
    }: for 5 seconds it has asked nothing of the robot.
    .try = check when this loop ends, or add a pause to it.
ended-off_line = The robot was off the line for more than { $limit_s } s.
    .try = look in the replay at the moment when the line is lost.
ended-shortcut = The robot came back to the line { $ahead_mm } mm past where it lost it; { $slack_mm } mm is allowed.
    .try = come back to where the line was lost.
ended-false_start = False start: the robot crossed the start line { $early_s } s before the button was pressed.
    .try = wait for the button at the beginning of the program.
ended-out_of_field = The robot drove off the mat.
    .try = stop the robot when the line is lost.
ended-out_of_field-counted = The robot drove off the mat.
    .try = look in the picture which way the robot turned and how far it drove.
ended-goal-counted = The goal is reached: { $done } of { $of }.
ended-time_limit-counted = Time was up and the robot was not done: { $done } of { $of }.
    .try = look in the replay where the robot loses time.
ended-program_end-counted = The program ended before the goal was reached: { $done } of { $of }.
    .try = look below at the first line with ✗: it says what is missing.
ended-moved_early = False start: the robot moved { $early_s } s before the button was pressed.
    .try = wait for the button at the beginning of the program.
ended-outside = The robot was fully outside the zone for more than { $limit_s } s.
    .try = turn back as soon as the sensors see the border.
ended-goal-rival-outside = Won: the rival is out.
ended-goal-rival-moved-early = Won: the rival moved too early.
ended-goal-nearer = Won: when time was up the robot was nearer to the middle ({ $own_mm } mm against { $other_mm } mm).
ended-goal-caught = Won: the rival is caught.
ended-goal-forfeit = Won: the rival’s program was stopped, for it did what a program may not.
ended-beaten-rival-outside = Lost: the robot is out.
ended-beaten-rival-moved-early = Lost: the robot moved { $early_s } s too early.
ended-beaten-nearer = Lost: when time was up the rival was nearer to the middle ({ $own_mm } mm against { $other_mm } mm).
ended-beaten-caught = Lost: the rival caught the robot.
ended-draw = A draw.
course-no-rival = The rules speak of a rival, and the robot is alone here.
    .try = add a table [bout] to the task file.
bout-robots = This task has two robots; there { $count ->
    [one] is one program
   *[other] are { $count } programs
}.
    .try = give two programs, the robot's and its rival's.
ended-hung = The program stopped answering and the run was broken off. That says nothing about the program itself.
    .try = run it again with other programs closed.
ended-output_cap = The program made too many records, and the run was stopped{ $line ->
        [0] {""}
       *[other] {" "}at line { $line }
    }.
    .try = print and switch pins less often.
ended-memory = The board had not enough memory for the program{ $line ->
        [0] {""}
       *[other] {" "}in line { $line }
    }.
    .try = keep less data at a time.

# How a run of a task that is not judged ends when all is well.

ended-program_end-unjudged = The program ended after { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
ended-time_limit-unjudged = The program ran for all of the { NUMBER($time_s, maximumFractionDigits: 2) } s that there are here, and was then stopped.

# Why the record of a run cannot be judged.

trace-unfinished = The record of this run breaks off: it has no end.
    .try = do the run again.
trace-other-task = This run was made for the task `{ $run_task }`; `{ $task }` cannot judge it.
    .try = name the task that the run was made for.
trace-other-version = This run was made for another version of the task `{ $task }`, or with another robot.
    .try = take the version and the robot that the run was made with.
trace-other-world = This run was made in a world file, with another robot, or for another version of the task `{ $task }`.
    .try = name the world file after --task, or the robot after --robot.
trace-other-round = The world of this record is not the one that round { $round } of `{ $variant }` draws.
    .try = take the record as the run left it.
trace-other-fields = The record of this run holds other numbers than the judge expects.
    .try = do the run with this version of Marshrut.
trace-disagrees = The record says that the run ended with `{ $ended }`, but by the rules the judge does not see that.
    .try = check that nobody changed the record, or tell us about it.
course-no-line = This world has no closed line `{ $path }`, and the task runs along it.
course-no-zone = This world has no zone `{ $zone }`, and the task's rules speak of it.
    .try = compare `zone` in the task file with the world.
course-no-cell = The zone `{ $zone }` is no square, and the task's rules count a way in cells of its size.
    .try = give it the corners of a cell.
course-no-way = In this world no way leads from the zone `{ $first }` to the zone `{ $last }`.
    .try = look whether walls shut it off, and whether `first` and `last` are two cells.
course-no-object = This world has no objects whose names begin with `{ $objects }`, and the task's rules speak of them.
    .try = compare `objects` in the task file with the world.
course-start-beyond = At the start `{ $start }` the robot is already past the start line.
    .try = move the start back.
ended-broken_protocol = The program meddled with the simulator's own connection, and the run was stopped.
    .try = use the board's own modules only: no sys.modules, and no names that begin with `_`.
ended-reset_loop = The board restarted more than 20 times, and the run was stopped.
    .try = find where the program calls machine.reset() or deepsleep(); if it does not, check the battery's voltage.
ended-reset_loop-supply = The supply's voltage was too low for the board: it restarted more than 20 times, and the run was stopped.
    .try = check the battery (`open_circuit_v` and `brown_out_v` in the robot's file) and whether the motors are held.

# A task's own scorer, `scorer.py` in its folder.
scorer-error = The scorer stopped{ $line ->
        [0] {""}
       *[other] {" "}in line { $line }
    }: { $cls }{ $text ->
        [none] {""}
       *[other] : { $text }
    }.
    .try = mend that line; scorer.py runs on MicroPython, for its author and for the referee alike.
scorer-ended = The scorer did not come to its end: { $ended ->
        [printed] it printed more than { $cap_kb } KB, and what it said after that is lost
        [left] it left before its last line
        [stuck] it turned in a loop without doing anything
        [time_limit] it slept for more than a minute
        [cpu_limit] it computed for more than a minute
        [forbidden] it did what no program may
        [memory] it took too much memory
       *[other] its process broke off
    }.
    .try = look in scorer.py for loops without an end, for `print`, for `sys.exit()` and `machine.reset()`, and for large lists.
scorer-finding = The scorer printed a line that cannot be read as a finding: { $line }
    .try = tell findings by `scoring.found(…)` and `scoring.missed(…)` alone; time, number and points are whole numbers.
scorer-silent = The scorer said nothing about the rule `{ $rule }`.
    .try = call `scoring.found(…)` or `scoring.missed(…)` for each rule with kind = "scored".
scorer-twice = The scorer speaks of the check `{ $rule }` more than once.
    .try = decide in scorer.py whether it is so, and say it once.
scorer-rule = The scorer speaks of the rule `{ $rule }`, about which it is not asked.
    .try = name one of those that have kind = "scored" in task.toml: { $known }.
scorer-time = For the rule `{ $rule }` the scorer names the time { $t_us } µs; the run took { $last_us } µs.
    .try = take times from the run's states: `state.t_us`.
scorer-value = The scorer gave no number for the rule `{ $rule }`, and its sentence has `{"{"}value{"}"}`.
    .try = give it: `value=…`, a whole number.
scorer-points = The scorer gives { $points } points for the rule `{ $rule }`; it may give 0 to { $most }.
    .try = check the sum in scorer.py, or this check's `points` in task.toml; penalties and conduct have no points.
