# What is worth saying of any run: errors that did not stop the program, and a robot that stood still.

mark-callback_error = The error { $cls } in a function that a timer or an interrupt calls: { $place }, { $count ->
    [one] once
   *[other] { $count } times
}.
mark-task_error = The error { $cls } in an asyncio task: { $place }, { $count ->
    [one] once
   *[other] { $count } times
}.

summary-callback-error = An error in a function that a timer or an interrupt calls: { $count ->
    [one] once
   *[other] { $count } times
}, first at { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
summary-task-error = An error in an asyncio task, which ended there: { $count ->
    [one] once
   *[other] { $count } times
}, first at { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
summary-more-errors = And at { $count ->
    [one] { $count } place
   *[other] { $count } places
} more in the program.

ended-time_limit-still = Time was up: { $moved ->
        [0] the robot never moved
       *[other] the robot has stood still since { NUMBER($still_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
    }{ $line ->
        [0] {""}
       *[other] ; the program was at line { $line } in the end
    }. It did { $reached } % of the way.
    .try = { $driven ->
        [0] check what the program waits for there, and whether it switches the motors on
       *[other] the motors get { NUMBER($most_v, maximumFractionDigits: 2) } V: check which speed is set, their cables, and whether something stands in the way
    }.

ended-time_limit-still-counted = Time was up: { $moved ->
        [0] the robot never moved
       *[other] the robot has stood still since { NUMBER($still_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s
    }{ $line ->
        [0] {""}
       *[other] ; the program was at line { $line } in the end
    }. Done: { $done } of { $of }.
    .try = { $driven ->
        [0] check what the program waits for there, and whether it switches the motors on
       *[other] the motors have voltage: give them more, check their cables, or look what stands in the way
    }.

ended-output_cap-printed = The program prints without a pause, and the run was stopped{ $line ->
        [0] {""}
       *[other] {" "}at line { $line }
    }: so much text cannot be kept.
    .try = put a pause into this loop, such as time.sleep(0.1), or print less often.
