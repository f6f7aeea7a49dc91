# Lessons: what `marshrut unit` and `marshrut check` say.

unit-fine = { $unit }: the unit is in order. “{ $title }”.
unit-grades-value = grades { $least }–{ $most }
unit-minutes-value = { $minutes } min
unit-bundle-written = The pupil's copy is in { $folder }, files: { $count }.
unit-new = A copy of the unit “{ $like }” is in { $folder }. Next: rewrite unit.toml, the task, pages and programs; after each step `marshrut unit check { $typed }`.

route-none = No unit is left: all are behind.
route-no-results = There is no folder `{ $folder }`.
    .try = give the folder with the results that `marshrut check` wrote, such as `out`.
route-needs = Needed: { $names }
route-taught = { $concept } (unit “{ $unit }”)
route-brought = { $concept } (known beforehand)

# Headings of a lesson's pages.

unit-phase-prepare = Prepare ({ $minutes } min)
unit-phase-engage = Engage ({ $minutes } min)
unit-phase-explore = Explore ({ $minutes } min)
unit-phase-explain = Explain ({ $minutes } min)
unit-phase-elaborate = Elaborate ({ $minutes } min)
unit-phase-evaluate = Evaluate ({ $minutes } min)
unit-teacher-questions = Questions and answers
unit-teacher-mistakes = Typical mistakes
unit-teacher-unplugged = Without a computer
unit-teacher-floor = On the floor
unit-teacher-triz = TRIZ card

# What a pupil hears.

check-rule = Rule { $rule }. { $text }
check-place-lost = The robot left the line { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on, { $along_m } m after the start, { $bend ->
    [left] in the { $number ->
        [1] first
        [2] second
        [3] third
       *[other] { $number }th
    } left curve
    [right] in the { $number ->
        [1] first
        [2] second
        [3] third
       *[other] { $number }th
    } right curve
   *[straight] on the { $number ->
        [1] first
        [2] second
        [3] third
       *[other] { $number }th
    } straight
}.
check-place-mat = { $started ->
    [0] { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on
   *[other] { NUMBER($since_start_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after the start ({ NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on)
} the middle of the robot's axle was { $x_mm } mm from the left edge of the mat and { $y_mm } mm from the lower one. That is what the picture rings; the robot's corners may be some centimetres off.
check-place-lost-early = The robot left the line { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on, still at the start line.
check-place-end = The robot's last place: { $along_m } m after the start, { $bend ->
    [left] in the { $number ->
        [1] first
        [2] second
        [3] third
       *[other] { $number }th
    } left curve
    [right] in the { $number ->
        [1] first
        [2] second
        [3] third
       *[other] { $number }th
    } right curve
   *[straight] on the { $number ->
        [1] first
        [2] second
        [3] third
       *[other] { $number }th
    } straight
}, { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s after power-on.
check-loss-away = The line went off to the { $side ->
    [left] left and the robot turned right
   *[right] right and the robot turned left
}: { $turned_deg_s } { $turned_deg_s ->
    [one] degree
   *[other] degrees
} a second at { $speed_mm_s } mm/s.
check-loss-towards = The line went off to the { $side ->
    [left] left and the robot turned left
   *[right] right and the robot turned right
}, but too little: { $turned_deg_s } { $turned_deg_s ->
    [one] degree
   *[other] degrees
} a second at { $speed_mm_s } mm/s.
check-loss-straight = The line went off to the { $side ->
    [left] left
   *[right] right
} and the robot drove almost straight on: { $turned_deg_s } { $turned_deg_s ->
    [one] degree
   *[other] degrees
} a second at { $speed_mm_s } mm/s.
check-loss-steady = The line went off to the { $side ->
    [left] left
   *[right] right
} and for a whole second the robot turned { $turn ->
    [left] left
   *[right] right
} at the same rate: { $turned_deg_s } { $turned_deg_s ->
    [one] degree
   *[other] degrees
} a second at { $speed_mm_s } mm/s.
check-loss-swung = The robot swayed from side to side: the line went off to the { $side ->
    [left] left, and it turned right by { $away_deg }° first and then left by { $back_deg }°
   *[right] right, and it turned left by { $away_deg }° first and then right by { $back_deg }°
}. Speed { $speed_mm_s } mm/s.
check-hints = Hints: { $count }. The first one is shown when `--hint 1` is added to the command.
check-hint = Hint { $number } of { $count }. { $text }
check-hints-later = The hints of the lesson help once the program runs: mend the error that is told above first.
check-hints-over = There are { $count } hints.
check-picture = Picture: { $picture }. Replay: { $replay }.
check-picture-here = The place is ringed in the picture: { $picture }. Replay: { $replay }.

# What is wrong with a unit's file.

unit-unknown = There is no unit `{ $name }`. There are: { $known }.
unit-unknown-near = There is no unit `{ $name }`. Did you mean `{ $near }`?
unit-id = The unit calls itself `{ $id }` and its folder is `{ $folder }`.
    .try = give both one name.
unit-id-form = `{ $name }` cannot name a unit: small Latin letters, digits and hyphens are needed, at most 40.
unit-there = There is a unit `{ $name }` already.
    .try = choose another name.
unit-task-twice = The unit has a folder task of its own and names the task `{ $name }`: one of them judges.
    .try = take one of them away.
unit-task-none = The unit does not say which task judges it.
    .try = name a task of the catalogue in `task`, or put one into the folder task.
unit-grades = The grades are the wrong way round: from { $least } to { $most }.
    .try = put the lower grade into `least`.
unit-message = The judge has no message `{ $name }`.
    .try = look at the check's `message_id` in result.json.
unit-concept = The glossary has no term `{ $name }`.
    .try = take an id of curriculum/glossary.toml.
unit-concept-near = The glossary has no term `{ $name }`; one like it is `{ $near }`.
    .try = take an id of curriculum/glossary.toml.
unit-concept-both = The term `{ $name }` stands in `teaches` and in `requires`.
    .try = leave it in one of them.
unit-file-unnamed = No `[[mutants]]` names the program mutants/{ $file }.
    .try = say which check it fails, or take it away.
unit-file-place = The file { $file } does not lie in the unit's folder { $folder }.
    .try = move it there.

# What the check of a unit finds.

unit-cycle = Units wait for one another in a ring: { $units }.
    .try = take what is too much out of `requires`.
unit-title-twice = The unit { $unit } has the title “{ $title }” already.
    .try = give this one another.
unit-reference-fails = The solution does not get all points: world { $variant }, seed { $seed }, { $runtime }: { $points } of { $most }, ended “{ $ended }”.
unit-traces-differ = The two interpreters leave different traces: world { $variant }, seed { $seed }.
    .try = look at docs/reference/interpreters.md.
unit-starter-passes = The starter passes in the world { $variant } already: nothing is left to do.
unit-mutant-passes = A program with a mistake passes: world { $variant }, seed { $seed }.
    .try = make the mistake or the task harder.
unit-mutant-other = World { $variant }, seed { $seed }: “{ $wanted }” was expected, and “{ $told }” was told first.
unit-check-unfailed = No program of mutants fails the check `{ $check }`.
    .try = add one that does.
unit-code-syntax = This is no MicroPython program: { $what }.
unit-code-fails = The program was ended by an error: { $what }.
unit-heading-missing = There is no heading “{ $heading }”.
unit-heading-order = The headings are out of order. They go: { $headings }.
unit-page-other = The page names the unit `{ $name }`; this one is `{ $unit }`.
    .try = write `{ $unit }`, or pupils will open another lesson.
unit-page-headings = There are { $got } headings, or their levels differ; `{ $source }` has { $wanted }.
unit-page-blocks = There are { $got } blocks of code; `{ $source }` has { $wanted }.
unit-page-code = The program differs from that of `{ $source }`, line { $line }, in more than its comments.
unit-page-pictures = The pictures differ: { $got }. There should be: { $wanted }.
unit-page-names = These names stand on one of two pages only, here or in `{ $source }`: { $names }.
unit-page-copied = A paragraph is not translated: `{ $source }` has the same.
unit-page-language = The page is not written in its own language (`{ $lang }`).
unit-picture-missing = There is no picture { $file }.
unit-picture-unused = No page shows this picture.
unit-picture-words = There are words in the drawing, which would have to be translated.
    .try = leave digits and signs.
unit-hints-few = The check `{ $check }` has { $got } hints; at least { $least } are needed.
unit-hints-uneven = The check `{ $check }` has { $got } hints, and { $wanted } in another language.
unit-hints-unknown = Hints about `{ $check }`, and there is no such check. There are: { $known }.
unit-bundle-holds = This file would be given to pupils.
unit-bundle-solution = The whole solution stands here, on a page that pupils see.
    .try = leave a step for the pupil to take.
unit-bundle-lacks = The pupil's copy lacks files that its task needs: { $names }.
