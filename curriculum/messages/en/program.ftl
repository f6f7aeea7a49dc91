# Program files, the command line and this computer.

program-missing = There is no file `{ $file }`.
    .try = check the file's name and folder.
program-no-main = The folder `{ $folder }` has no main.py, and a program starts there.
    .try = name the program's main file main.py.
program-binary = `{ $file }` is not a text but a binary file.
    .try = choose a file whose name ends in .py.
program-not-utf8 = `{ $file }`, line { $line }: letters that are not written as UTF-8.
    .try = save the file again with the encoding UTF-8.
program-link-outside = `{ $file }` is a link that leads out of the folder `{ $folder }`.
    .try = put the file itself there.
program-too-many-files = The folder `{ $folder }` has more than { $limit } files.
    .try = leave only those that the program needs.
program-file-name = The name of `{ $file }` has signs that a board cannot read.
    .try = give the file a name of letters and digits.
program-no-file = `{ $file }` is not a file that can be read.
    .try = put the program's text there.
program-unreadable = `{ $file }` may not be read by you.
    .try = look at the file's permissions.
program-too-big = `{ $file }` takes { $size_kb } KB; the board has room for { $limit_kb } KB.
    .try = check that only what the program needs is there.
module-other-runner = `{ $file }`, line { $line }: only the runner `{ $runner }` has the module `{ $module }`.
    .try = run it with --runtime { $runner }.

task-unknown = There is no task `{ $name }`. There are: { $known }.
task-unknown-near = There is no task `{ $name }`. Did you mean `{ $near }`?
folder-given = `{ $name }` is a folder, and { $what ->
        [robot] a robot is a file whose name ends in .toml
        [world] a world is a file whose name ends in .toml
       *[task] no task: it has no file `task.toml`
    }.
    .try = { $count ->
        [0] give { $what ->
            [robot] a robot's file, or a robot of the catalogue
            [world] a world's file, or a task
           *[task] a task's folder, or a task of the catalogue
        }
       *[other] give one of these: { $known }
    }.
variant-unknown = The task `{ $task }` has no variant `{ $name }`. It has: { $known }.
variant-unknown-near = The task `{ $task }` has no variant `{ $name }`. Did you mean `{ $near }`?
round-undrawn = The world of the variant `{ $variant }` is the same in each round.
    .try = leave out the round.
robot-too-large = The robot `{ $robot }` { $what ->
    [length] is { $got } mm long; { $rule } allows { $most } mm, { $over } mm less
    [width] is { $got } mm wide; { $rule } allows { $most } mm, { $over } mm less
   *[mass] weighs { $got } g; { $rule } allows { $most } g, { $over } g less
}.
    .try = take a smaller robot.
number-needed = After { $option } comes a whole number; it says `{ $got }`.
    .try = write { $option } { $example }, for example.
choice-needed = After { $option } comes one of { $known }; it says `{ $got }`.
choice-needed-near = After { $option } it says `{ $got }`. Did you mean `{ $near }`?
folder-unwritable = Nothing can be written to the folder `{ $folder }`.
    .try = give another folder after --out.
folder-unwritable-copy = The folder `{ $folder }` cannot be written, or the disk is full.
    .try = look at the room on the disk and at the rights, or give another folder.
folder-unwritable-missing = There is no folder `{ $folder }`.
    .try = make it with `{ $make }`, or give another one.
out-not-file = `{ $name }` is { $folder ->
        [0] not a regular file
       *[other] a folder, not a file
    }; nothing can be written there.
    .try = name a file after --out.

output-cut = The program printed more than { $limit_kb } KB; the rest was not kept.
    .try = print less often.

node-missing = This computer has no Node.js, and MicroPython needs it.
    .try = run `make setup`, or use --runtime cpython.
micropython-missing = MicroPython has not been downloaded yet.
    .try = run `make setup`.
child-lost = What runs the program closed unexpectedly. Your program is not to blame.
    .try = run it again; if it happens again, tell us.
own-fault = This is our fault: { $what }.
    .try = run it again with --debug and send us what it prints.
interrupted = The run was broken off from the keyboard.

option-unknown = There is no option { $name }.
    .try = look at `{ $command } --help`.
option-unknown-near = There is no option { $name }. Did you mean { $near }?
option-value-missing = After { $name } something is missing.
    .try = look at `{ $command } --help`.
options-exclude = { $first } and { $second } do not go together.
    .try = choose one of them.
argument-missing = { $name } is missing.
    .try = look at `{ $command } --help`.
argument-extra = Nobody knows what `{ $name }` is for.
    .try = look at `{ $command } --help`.
command-unknown = There is no command `{ $name }`.
    .try = look at `marshrut --help`.
usage-wrong = The command cannot be understood: { $what }
number-range = After { $option } comes a number from { $least } to { $most }; it says `{ $got }`.

micropython-old = MicroPython { $version } is here, and { $wanted } is needed.
    .try = run `make setup`.
doctor-tasks = Tasks
doctor-no-affinity = Runs take longer on this system: their two processes cannot be kept on one core.
programs-many = There are { $count } programs here; a world takes { $most } robots at most.
    .try = run fewer at once.
