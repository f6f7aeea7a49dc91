# Tasks, as `marshrut task` tells of them.

task-fine = { $task }: the task is in order. “{ $title }”, { $count ->
    [one] one world
   *[other] { $count } worlds
}, at most { $points } points.
task-fine-unjudged = { $task }: the task is in order. “{ $title }”, { $count ->
    [one] one world
   *[other] { $count } worlds
}; nothing is judged.

explain-version = version { $version }
explain-limit = The run ends at the latest { $limit_s } s after power-on{ $rule }.
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

when-crossed = the front crosses the { $line ->
    [start] start line
   *[finish] finish line after a whole lap
}
when-progress = { $percent } % of the lap are done
when-object_out = each of the objects `{ $objects }` of which no part is over the zone `{ $zone }` any more
when-false_start = the front crosses the start line before the button is pressed
when-moved_early = the robot moves before the button is pressed
when-rejoin = the robot comes back to the line more than { $slack_mm } mm ahead of where it lost it
when-off_line_for = the robot is off the line for more than { $limit_s } s
when-left_field = the middle of the robot's axle is off the mat
when-outside = the whole robot is outside the zone `{ $zone }` for more than { $limit_s } s

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
