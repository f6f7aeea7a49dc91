# Tasks, as `marshrut task` tells of them.

task-fine = { $task }: the task is in order. “{ $title }”, { $count ->
    [one] one world
   *[other] { $count } worlds
}, at most { $points } points.
task-fine-each = { $task }: the task is in order. “{ $title }”, { $count } worlds, at most points in each: { $each }.
task-fine-unjudged = { $task }: the task is in order. “{ $title }”, { $count ->
    [one] one world
   *[other] { $count } worlds
}; nothing is judged.

explain-version = version { $version }
explain-limit = The run ends at the latest { $limit_s } s after power-on{ $rule }.
explain-robot = The robot at the start: { $sizes }{ $rule }.
explain-robot-length = length at most { $most } mm
explain-robot-width = width at most { $most } mm
explain-robot-mass = mass at most { $most } g
explain-drawn = The world of “{ $title }” is drawn for each round anew (`--round`).
explain-unjudged = Runs of this task are not judged: it is a place to try things out.
explain-points = Points:
explain-check = { $points } – { $when }{ $rule }{ $goal ->
    [yes] {"; "}belongs to the goal
   *[no] {""}
}
explain-conduct = What ends the attempt:
explain-breach = { $when } – { $verdict }{ $rule }
explain-verdict-fail = it counts, with the points earned until then
explain-verdict-void = it does not count
explain-verdict-disqualified = the robot is disqualified
explain-ranking = Who ranks higher, one after the other:
explain-rules = Clauses:
explain-ours = ours
explain-penalties = Penalties:
explain-penalty = { $points ->
    [0] {""}
   *[other] −{ $points }
}{ $s ->
    [0] {""}
   *[other] +{ $s } s
} – { $when }{ $most ->
    [0] {""}
   *[other] {"; "}at most { $most } times
}{ $rule }
explain-after = ; only after: { $rules }
explain-at-end = ; what holds at the end counts
explain-most = ; at most { $most } of them
explain-group = ; of { $checks } the best counts
explain-by-attempt = ; by attempt: { $points }
explain-score = The sum: at least { $floor }{ $cap ->
    [none] {""}
   *[other] {", "}at most { $cap }
}{ $factor ->
    [none] {""}
   *[other] {", "}then times { $factor } where `{ $check }` is reached
}.
explain-bout = Two robots. A bout is won by who is first to earn the points of one of these clauses: { $checks }. { $best ->
    [1] One bout.
   *[other] A match has up to { $best } bouts; whoever wins more of them wins it.
}
explain-attempts = Attempts: { $count }; { $counts ->
    [best] the best
    [sum] the sum
   *[mean] the mean
}{ $best ->
    [none] {""}
   *[other] {" "}of the best { $best }
} counts.
explain-verdict-zero = it counts, with 0 points
explain-verdict-max_time = it counts, with the longest time there is
explain-by-penalty_ms = { $best ->
    [low] less penalty time
   *[high] more penalty time
}
explain-by-total_ms = { $best ->
    [low] less time, penalties included
   *[high] more time, penalties included
}

when-crossed = the front crosses the { $line ->
    [start] start line
   *[finish] finish line after a whole lap
}
when-progress = { $percent } % of the lap are done
when-object_out = each of the objects “{ $objects }” of which no part is over the zone “{ $zone }” any more
when-false_start = the front crosses the start line before the button is pressed
when-moved_early = the robot moves before { $delay_s ->
    [0] the button is pressed
   *[other] { $delay_s } s have passed since the button was pressed
}
when-rejoin = the robot comes back to the line more than { $slack_mm } mm ahead of where it lost it
when-off_line_for = the robot is off the line for more than { $limit_s } s
when-left_field = the middle of the robot's axle is off the mat
when-outside = the whole robot is outside the zone “{ $zone }” for more than { $limit_s } s
when-way = the robot has passed { $percent ->
    [1] the first cell
   *[other] { $percent } % of the cells
} of the shortest way from the zone “{ $first }” to the zone “{ $last }”
when-inside = { $part ->
    [any] any part of the robot
    [axle] the middle of the robot's axle
   *[other] the whole robot
} is over the zone “{ $zone }”
when-stopped_in = the robot rests for { $for_s } s with { $part ->
    [any] any part of it
    [axle] the middle of its axle
   *[other] all of it
} over the zone “{ $zone }”
when-idle = the robot stands still for more than { $limit_s } s
when-touched = the robot touches { $what ->
    [walls] a wall
    [robots] its rival
   *[other] { $objects ->
        [none] an object
       *[other] “{ $objects }”
    }
}
when-passed_side = the robot passes “{ $post }” on its { $side ->
    [left] left
   *[other] right
}
when-object_in = each of the objects “{ $objects }” of which { $part ->
    [any] any part
   *[other] all
} is over the zone “{ $zone }”{ $released ->
    [1]  with the robot away from it
   *[other] {""}
}
when-object_moved = each of the objects “{ $objects }” that is moved by more than { $beyond_mm } mm
when-object_fallen = each of the objects “{ $objects }” that falls
when-rival_outside = { $part ->
    [any] any part of the rival
    [axle] the middle of the rival's axle
   *[other] the whole rival
} is outside the zone “{ $zone }”
when-rival_moved_early = the rival moves before { $delay_s } s have passed since the button was pressed
when-caught = the robot comes within { $gap_mm } mm of its rival
when-nearer = when time is up the robot is nearer than its rival to the middle of the zone “{ $zone }”{ $by_mm ->
    [0] {""}
   *[other] {" "}(the difference is more than { $by_mm } mm)
}
when-called = the referee calls it
when-scored = the scorer finds: “{ $so }”

explain-by-points = { $best ->
    [high] more points
   *[low] fewer points
}
explain-by-time_ms = { $best ->
    [low] less time to the goal
   *[high] more time to the goal
}
explain-by-scored_ms = { $best ->
    [low] the last check passed earlier
   *[high] the last check passed later
}
explain-by-progress_time_ms = { $best ->
    [low] less time to the furthest place
   *[high] more time to the furthest place
}
explain-by-progress_mm = { $best ->
    [high] further along the line
   *[low] less far along the line
}
explain-by-progress_percent = { $best ->
    [high] a larger share of the lap
   *[low] a smaller share of the lap
}
explain-by-lap_mm = { $best ->
    [high] a longer lap
   *[low] a shorter lap
}
explain-by-lost_count = { $best ->
    [low] the line lost less often
   *[high] the line lost more often
}
explain-by-off_line_ms = { $best ->
    [low] less time off the line
   *[high] more time off the line
}
explain-by-max_speed_mm_s = { $best ->
    [high] a higher top speed
   *[low] a lower top speed
}
explain-by-mean_speed_mm_s = { $best ->
    [high] a higher mean speed
   *[low] a lower mean speed
}

# Why a trace cannot be read.

trace-missing = There is no trace { $file } that could be read.
    .try = give the file trace.jsonl that `marshrut sim --out` wrote.
trace-no-header = { $file } is no trace: its first line does not say of which run.
    .try = give the file trace.jsonl that `marshrut sim --out` wrote.
trace-format = The trace { $file } has the format { $got }; this version reads { $schema }.
    .try = judge it with the version of Marshrut that made it.
trace-record = Line { $line } of the trace is not a record.
    .try = take the file as it was written, or do the run again.
trace-gap = The record of robot { $robot } has a hole or leaps back after { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
    .try = take the file as it was written, or do the run again.

# Matches.

match-bout = Bout { $number }: { $how }
match-won = { $name } wins the match, { $won }:{ $lost }.
match-drawn = The match is a draw, { $won }:{ $lost }.
match-no-bout = The task { $task } has no bouts of two robots.
    .try = take a task with a table [bout], such as sumo-15.

# Who stands where.

rank-points = { $points } points
rank-nothing = no attempt counts
rank-unjudged = Nothing is judged in the task { $task }, so that there is nothing to rank by.
    .try = take a task with [[ranking]].
rank-names = Two robots have the same name.
    .try = name the folders differently.
rank-empty = The folder { $folder } has no traces of runs.
    .try = give a folder that `marshrut sim --out` wrote to.
rank-many = The folder { $folder } has { $count } traces, and the rules allow { $most } attempts.
    .try = keep the traces of the attempts that count.
rank-by-time_ms = time { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
rank-by-penalty_ms = penalties { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
rank-by-total_ms = time with penalties { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
rank-by-scored_ms = last check passed after { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
rank-by-progress_time_ms = furthest place after { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
rank-by-progress_mm = { $value } mm along the line
rank-by-progress_percent = { $value } % of the lap
rank-by-lap_mm = lap of { $value } mm
rank-by-lost_count = { $value ->
    [0] line never lost
    [one] line lost once
   *[other] line lost { $value } times
}
rank-by-off_line_ms = off the line for { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
rank-by-max_speed_mm_s = top speed { $value } mm/s
rank-by-mean_speed_mm_s = mean speed { $value } mm/s
rank-differ = The runs { $first } and { $other } cannot be compared: { $what ->
    [variant] their worlds are `{ $a }` and `{ $b }`
    [round] their rounds are { $a } and { $b }
   *[profile] their profiles are { $a } and { $b }
}.
    .try = keep runs that were made under the same conditions.
rank-twice = { $first } and { $other } are one and the same run.
    .try = keep one of the traces, and do the attempt with another --seed.
rank-programs = The folder { $folder } has runs of several programs: { $programs }.
    .try = give each robot a folder of its own, one after another in the command; after a match, copy there the bouts that it began.

# A new task.

task-new-done = The task is in { $folder }, as yet just like { $like }. Next: change its texts, rules and worlds, then run `marshrut task check { $typed }`.
task-new-name = The name `{ $name }` cannot be a task's.
    .try = take small Latin letters, digits and hyphens, a letter first.
task-new-there = The folder { $folder } is already there.
    .try = give another name.
task-new-taken = The catalogue has a task or a unit `{ $name }` already, and `--task { $name }` would mean that one.
    .try = give another name.
