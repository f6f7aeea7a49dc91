# What `marshrut board` says.

board-port = Port
board-address = Over TCP
board-flash = Flash
board-page = Page
board-try = Try: mpremote connect { $port } exec "print('hello')"
board-unknown = There is no command `{ $what }`. The commands: { $known }.
board-noticed-stuck = The program turns in a loop and does nothing else. Ctrl-C interrupts it.
board-noticed-hung = The board did not answer any more and was started again.
board-noticed-crashed = The board's program broke the simulated chip; the board was started again.
board-noticed-broken_protocol = The program reached past the simulated chip; the board was started again.
board-noticed-forbidden = The program reached for this computer and was stopped; the board was started again.
board-noticed-pio_limit = The program asked more of the PIO than can be simulated; the board was started again.
board-noticed-memory = The program took all of the simulated chip's memory; the board was started again.

speed-needed = `--speed` takes a number from 0.01 to 1000, or max; you gave `{ $got }`.
    .try = leave it out for real time
link-board-lives = A board is already running as { $link }.
    .try = stop it, or give this one another --name
link-not-a-board = { $link } is there already and is no board's port; it was left as it is.
    .try = give another place with --link
tcp-taken = Another program uses the TCP port { $port }.
    .try = leave --rfc2217 out, and a free one is found
board-robot = Robot { $number }
robots-no-start = This world has places for { $starts ->
    [one] one robot
   *[other] { $starts } robots
}, not for { $count }.
    .try = ask for fewer, or add a [[start]] to the world's file
robots-too-near = Two robots would stand in each other at the starts `{ $one }` and `{ $other }`.
    .try = move one of these starts in the world's file, or take fewer robots
board-noticed-folder-changed = Somebody else has changed the flash's folder meanwhile; a file in it may differ from the board's.
flash-unwritable = The board's flash cannot be written to the folder `{ $folder }`.
    .try = make room on the disk, or give another folder with --flash
board-noticed-elsewhere = This run is not judged: only the robot on the task's start is.
flash-no-folder = `{ $folder }` cannot be a board's flash: it is no folder, and none can be made there.
    .try = give a folder of yours with --flash
board-name-form = A board cannot be called `{ $got }`.
    .try = use letters, digits and dashes
