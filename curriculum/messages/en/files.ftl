# World, robot and task files.

try = Try: { $action }

file-missing = There is no file `{ $file }` here.
    .try = check the file's name and folder.
file-outside = The file `{ $file }` does not lie in the task's folder.
    .try = put it into that folder.
text-language = `{ $key }` is not written in its own language (`{ $lang }`).
    .try = translate it.
text-copied = `{ $key }` is not translated: `{ $source }` says the same.
file-unreadable = This file cannot be read as UTF-8 text.
    .try = save it again with the encoding UTF-8.
file-large = This file is larger than { $most } MB; none so large is read.
    .try = check that it is the right file.
file-not-plain = This is { $folder ->
        [0] not a regular file
       *[other] a folder, not a file
    }.
    .try = name a regular file.
toml-syntax = The line `{ $shown }` is not written as TOML.
    .try = check its quotes, brackets and `=`.
toml-syntax-slip = { $slip ->
        [unit] A unit stands behind the number: `{ $got }`
        [sign] Before the number stands a printed dash `{ $got }`, which is no minus
        [quotes] Printed quotes `{ $got }` stand here, where TOML has straight ones
        [space] A space in this line is not the usual one: it was copied from a page or a text
        [colon] A colon stands behind the key `{ $got }`
        [comment] TOML has no comments behind `//`
       *[backslash] A text has a backslash, which stands for something else in TOML
    }.
    .try = { $slip ->
        [unit] leave the number alone; the key's name says the unit
        [sign] type `-`
        [quotes] type `"` before the text and after it
        [space] type the spaces of this line again
        [colon] write `{ $got } =` and the value
        [comment] begin the comment with `#`
       *[backslash] write `/` in a path
    }.
toml-syntax-comma = The number `{ $got }` is written with a comma.
    .try = write it with a point: `{ $number }`.
toml-syntax-twice = `{ $key }` is given twice{ $first ->
        [0] {""}
       *[other] , first in line { $first }
    }.
    .try = leave one of them.
toml-syntax-letters = The key `{ $key }` has a Cyrillic letter, `{ $letter }`{ $alike ->
        [0] {""}
       *[other] , that only looks Latin
    }.
    .try = { $alike ->
        [0] write the key in Latin letters
       *[other] write `{ $near }` in Latin letters
    }.
toml-deep = Lists and tables lie more than { $most } deep in one another here.
    .try = take out what is not needed.
key-missing = The key `{ $key }` is missing.
    .try = add { $wanted ->
        [table] the table `[{ $name }]`
        [tables] a table `[[{ $name }]]`
        [int] `{ $name } =` and a whole number
        [float] `{ $name } =` and a number
        [text] `{ $name } =` and a text in quotes
        [bool] `{ $name } =` and true or false
       *[list] `{ $name } =` and a list in square brackets
    }.
key-unknown = There is no key `{ $key }` here; there are: { $known }.
key-unknown-near = There is no key `{ $key }` here. Did you mean `{ $near }`?
value-type = `{ $key }` must be { $wanted ->
        [int] a whole number
        [float] a number
        [text] text in quotes
        [bool] true or false
        [list] a list in square brackets
        [tables] tables in double brackets, one for each
       *[table] a table with keys
    }; it says { $got }.
    .try = write { $wanted ->
        [int] it without quotes and without a point, as `12`
        [float] it without quotes, as `12.5`
        [text] it in quotes, as `"text"`
        [bool] `true` or `false` without quotes
        [list] it in square brackets, as `[1, 2]`
        [tables] `[[{ $name }]]` above its keys
       *[table] its keys with their values in braces
    }.
value-range = `{ $key }` must be { $bound ->
        [above] more than
        [at_least] at least
        [below] less than
       *[at_most] at most
    } { $limit }; it says { $got }.
    .try = check the number and its unit.
value-choice = `{ $key }` cannot be `{ $got }`; it can be: { $known }.
value-choice-near = `{ $key }` cannot be `{ $got }`. Did you mean `{ $near }`?
value-count = `{ $key }` needs { $bound ->
        [too_short] at least
       *[too_long] at most
    } { $limit } { $limit ->
        [one] item
       *[other] items
    }; it has { $count }.
value-empty = `{ $key }` must not be empty.
    .try = write a text between the quotes.
value-form = `{ $key }` cannot be written as { $got }.
    .try = write { $form ->
        [colour] a colour as `"#ff0000"`: red, green and blue, two hexadecimal digits each
        [name] small Latin letters, digits and hyphens, a letter first, 40 characters at most
        [plain] it without control characters such as `\u001b`
        [rule] capital Latin letters, a hyphen and a number, as `"LS-4"`
        [picture] the name of a PNG file beside the world file
        [drawing] the name of an SVG file beside the world file
        [length] { $limit } characters at most
       *[number] an ordinary number, neither `nan` nor `inf`
    }.
value-rule = `{ $key }`: { $rule }; it says { $got }.
name-unknown = `{ $key }` names `{ $name }`; there { $count ->
        [0] is none here
       *[other] are: { $known }
    }.
    .try = check how the name is written.
name-unknown-near = `{ $key }` names `{ $name }`, which is not there. Did you mean `{ $near }`?
name-unknown-button = The task presses the button `{ $name }`, and this robot has { $some ->
        [0] no button
       *[other] only: { $known }
    }.
    .try = add a table `[[button]]` with `id = "{ $name }"` and its `pin` to the robot's file.
keys-quarrel = `{ $one }` and `{ $other }` do not go together.
    .try = keep one of the two.
scored-words = A curly bracket in `{ $key }` means nothing.
    .try = keep only `{"{"}value{"}"}` in curly brackets: a number will stand there.
scored-value = The sentence `{ $key }` has a number in one language and none in another.
    .try = write `{"{"}value{"}"}` in all three languages, or in none.
scorer-unasked = No rule asks `{ $file }`.
    .try = write `kind = "scored"` in a rule, or delete the file.
name-twice = `{ $key }`: the name `{ $name }` is already taken.
    .try = give each its own name.
name-again = `{ $key }` names `{ $name }` a second time.
    .try = keep one of the two.
group-alone = Only one check has the group `{ $group }`, and of a group the best one counts.
    .try = take `group` away, or give another check the same group.
more-faults = And { $count } more { $count ->
    [one] fault
   *[other] faults
} in this file.

variant-of-world = from the start “{ $start }”
variant-of-round = { $title }, round { $round }
variant-two-worlds = `{ $key }`: the variant has a `world` of its own; it cannot be drawn too.
    .try = leave one of the two.
