# World, robot and task files.

try = Try: { $action }

file-missing = There is no file `{ $file }` here.
    .try = check the file's name and folder.
file-unreadable = This file cannot be read as UTF-8 text.
    .try = save it again with the encoding UTF-8.
toml-syntax = The line `{ $shown }` is not written as TOML.
    .try = check its quotes, brackets and `=`.
toml-deep = Lists and tables lie more than { $most } deep in one another here.
    .try = take out what is not needed.
key-missing = The key `{ $key }` is missing.
    .try = add it as in the file next to it.
key-unknown = There is no key `{ $key }` here; there are: { $known }.
key-unknown-near = There is no key `{ $key }` here. Did you mean `{ $near }`?
value-type = `{ $key }` must be { $wanted ->
        [int] a whole number
        [float] a number
        [text] text in quotes
        [bool] true or false
        [list] a list in square brackets
       *[table] a table with keys
    }; it says { $got }.
value-range = `{ $key }` must be { $bound ->
        [above] more than
        [at_least] at least
        [below] less than
       *[at_most] at most
    } { $limit }; it says { $got }.
value-choice = `{ $key }` cannot be `{ $got }`; it can be: { $known }.
value-choice-near = `{ $key }` cannot be `{ $got }`. Did you mean `{ $near }`?
value-count = `{ $key }` needs { $bound ->
        [too_short] at least
       *[too_long] at most
    } { $limit } items; it has { $count }.
value-empty = `{ $key }` must not be empty.
value-form = `{ $key }` cannot be written as { $got }.
    .try = write it as in the file next to it.
value-rule = `{ $key }`: { $rule }; it says { $got }.
name-unknown = `{ $key }` names `{ $name }`; there are: { $known }.
name-unknown-near = `{ $key }` names `{ $name }`, which is not there. Did you mean `{ $near }`?
name-twice = `{ $key }`: the name `{ $name }` is already taken.
    .try = give each its own name.
