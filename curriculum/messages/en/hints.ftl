# Hints for errors that a program did not expect.

where = { $file }, line { $line }
where-line = { $file }, line { $line }, `{ $code }`

hint-robot = { $text }
hint-raised = The program stopped with the error { $cls }.
hint-raised-text = The program stopped with the error { $cls }: { $text }.
hint-raised-here = Here came the error { $cls }.
hint-raised-here-text = Here came the error { $cls }: { $text }.

hint-name = The program does not know the name `{ $name }`.
    .try = check its spelling, and that it is made before this line.
hint-name-near = The program does not know the name `{ $name }`. Did you mean `{ $near }`?
hint-letters = In `{ $name }` the letter “{ $letter }” is a Cyrillic one that only looks like the Latin one.
    .try = write { $near } with Latin letters.
hint-name-robot-lines = The robot is not made yet, and the program does not know the name `rover`.
    .try = write two lines at the top: from rover import Rover, and below it rover = Rover().
hint-name-robot-made = The robot is not made yet, and the program does not know the name `rover`.
    .try = write rover = Rover() below the line from rover import Rover.
hint-name-import = The program does not know the name `{ $name }`: it comes from the module rover.
    .try = write from rover import { $name } at the top.
hint-name-comma = Between `{ $whole }` and `{ $part }` stands a comma where a full stop is needed.
    .try = write { $whole }.{ $part }.
hint-name-dot = Between `{ $whole }` and `{ $part }` a full stop is missing.
    .try = write { $whole }.{ $part }.
hint-letters-cyrillic = The program does not know the name `{ $name }`: it is in Cyrillic, and the names of commands and of the robot's parts are in Latin letters.
    .try = write it in Latin letters, and check that it is made before this line.
hint-letters-cyrillic-near = The name `{ $name }` is in Cyrillic, and the names of commands and of the robot's parts are in Latin letters.
    .try = write { $near }.
hint-letters-digits = In the number `{ $word }` a letter that looks like a digit, “{ $letter }”, stands in a digit's place.
    .try = write { $number } with digits alone.
hint-name-local = A variable in a function is used before it has a value.
    .try = give it a value at the top of the function, or write global.
hint-name-local-named = The variable `{ $name }` in a function is used before it has a value.
    .try = give it a value at the top of the function, or write global { $name }.
hint-attribute = This object has no `{ $name }`.
    .try = check the spelling of the name after the dot.
hint-attribute-near = The robot does not know `{ $name }`. Did you mean `{ $near }`?
hint-attribute-of-near = { $owner } has no `{ $name }`. Did you mean `{ $near }`?
hint-attribute-known = { $owner } has no `{ $name }`. It has: { $known }.
hint-none = Left of the dot stands None, which is nothing and has no `{ $name }`.
    .try = check that the function gives a value back with return.
hint-none-used = Here stands None, which is nothing, where a value is needed.
    .try = check that the function gives a value back with return.
hint-import = The board has no module `{ $name }`.
hint-import-known = The board has no module `{ $name }`. It has: { $known }.
hint-import-near = The board has no module `{ $name }`. Did you mean `{ $near }`?
hint-import-board = The module `{ $name }` is on the { $chip }; this board does not have it.
    .try = run it with --board { $board }, on that board's pins.
hint-import-beside = `{ $name }` lies beside `{ $file }`, but only that one file came to the board.
    .try = { $called_main ->
        [0] rename `{ $file }` to main.py and give
       *[other] give
    } the whole folder: `marshrut sim { $folder } --task …`
hint-import-real = A real board has the module `{ $name }`; the simulator does not have it.
    .try = leave it out here, or run the program on the board.
hint-import-threads = A real board has the module `{ $name }`; the simulator does not have it.
    .try = use asyncio in its place.
hint-import-name = This module has no name `{ $name }`.
    .try = check its spelling after import.
hint-import-name-near = This module has no name `{ $name }`. Did you mean `{ $near }`?

hint-indent-missing = After a colon comes a line that is indented.
    .try = move the next line four spaces to the right.
hint-indent-extra = This line is indented without a reason.
    .try = line it up with the line next to it.
hint-indent-uneven = This line lines up with none of the lines above.
    .try = line it up with the one that it belongs to.
hint-tabs = Some lines are indented with spaces and some with tabs.
    .try = use spaces everywhere, four at a time.
hint-syntax = This line cannot be read.
    .try = check brackets, quotes and the colon, in the line above too.
hint-syntax-quote = A quote is opened and not closed.
    .try = add the second quote.
hint-syntax-bracket = The bracket { $bracket } has no partner.
    .try = add the missing bracket or take the spare one out.
hint-syntax-colon = The line with { $word } has no colon at its end.
    .try = add `:` at the end.
hint-syntax-equals = A comparison needs two equals signs.
    .try = write `==` in place of `=`.
hint-syntax-assign = Left of the equals sign there must be a name.
    .try = write a variable's name there; a comparison needs `==`.
hint-syntax-outside = The word { $word } is in the wrong place.
    .try = check its indent: return goes inside a function, break and continue inside a loop.
hint-syntax-call = The values of `{ $name }` stand in brackets.
    .try = write { $name }(…).
hint-syntax-dot = Between `{ $whole }` and `{ $part }` a full stop is missing.
    .try = write { $whole }.{ $part }(…) without a space.
hint-syntax-else-if = Python has one word for “else if”.
    .try = write elif in place of these two.
hint-syntax-sign = Python has no sign `{ $wrong }`.
    .try = write `{ $right }` in its place.
hint-syntax-small = Python's words begin with a small letter; here stands `{ $word }`.
    .try = write { $small }.
hint-syntax-round = After { $name } stands a curly bracket where a round one is needed.
    .try = write { $call }.
hint-syntax-two = This line has two commands; in Python each has a line of its own.
    .try = move { $second } to a new line.
hint-yield-in-async = A board has no yield inside async def.
    .try = take out yield or async; a list made beforehand does as well.
hint-machine-code = This function is to become machine code for a real board; the simulator has no such processor.
    .try = take the line with @ out, or run the program on the board.

hint-brackets = Without brackets the command { $name } is not carried out.
    .try = write { $call }.
hint-brackets-condition = Without brackets { $name } is not carried out, so the answer here is always the same.
    .try = write { $call }.
hint-brackets-value = Without brackets { $name } is the command itself and not the value that it gives.
    .try = write { $call }.
hint-brackets-which = Brackets are missing after { $name }: they say which one is meant.
    .try = write { $call }.
hint-brackets-assigned = { $name } is a command: with an equals sign it is not carried out but lost.
    .try = write { $call }.
hint-brackets-some = Here stands a command without brackets, and a value is needed.
    .try = write () after its name.
hint-class = Without brackets { $cls } is only a plan: nothing has been made by it yet.
    .try = write { $made }.
hint-class-used = { $cls } is only a plan, and no robot has been made by it yet.
    .try = write { $made } first, and then { $name } in place of { $cls }.
hint-ends = The program ends here, and the motors stop at once.
    .try = add a wait after this line, such as sleep_ms(2000), or a loop.
hint-ends-move = { $name } has only begun, but the program ends here, and the motors stop.
    .try = leave wait=False out, so that the program waits for the end of the move.
hint-module = Here rover is a module and not the robot.
    .try = write from rover import Rover, and below it rover = Rover().
hint-part = { $part } is a part of the robot and not a command: it takes no brackets.
    .try = write after a dot what it is to do, for example { $example }
hint-brackets-extra = The command itself is wanted here: with brackets { $name } runs at once.
    .try = leave the brackets out, or write lambda: { $call }.
hint-async-await = await works only in a function that begins with async def.
    .try = leave await out; if the program uses asyncio, write async def.
hint-async-called = { $name } is an async function: called like this, it does not run.
    .try = write asyncio.run({ $call }), or inside async def: await { $call }.
hint-async-wait = Inside async def { $name } does nothing without await.
    .try = write await { $call }.
hint-async-brackets = A call of an async function is wanted here.
    .try = write brackets after its name, as in asyncio.run(main()).
hint-async-sleep = Without await the program does not wait here.
    .try = write await before asyncio.{ $name }.

hint-arguments = There { $got ->
        [one] is { $got } value
       *[other] are { $got } values
    } in the brackets; at most { $wanted } can be there.
hint-arguments-decimal = There { $got ->
        [one] is { $got } value
       *[other] are { $got } values
    } in the brackets; at most { $wanted } can be there.
    .try = if one decimal number is meant, write it with a point: { $number }.
hint-arguments-missing = { $count ->
        [one] { $count } value is
       *[other] { $count } values are
    } missing in the brackets{ $named ->
        [0] {""}
       *[other] {" "}({ $names })
    }.
    .try = add what is missing in the brackets, with a comma between values.
hint-arguments-missing-example = { $count ->
        [one] { $count } value is
       *[other] { $count } values are
    } missing in the brackets{ $named ->
        [0] {""}
       *[other] {" "}({ $names })
    }.
    .try = write a value in the brackets, for example { $example }.
hint-keyword = There is no parameter `{ $name }` here.
    .try = check its spelling before the equals sign.
hint-keyword-some = The brackets hold a parameter that does not exist here.
    .try = check the names before the equals signs.
hint-operands = This cannot be done with { $left } and { $right } together.
    .try = turn one into the other, with str(…) or int(…).
hint-not-callable = Before the brackets stands not a function but { $kind }.
    .try = check that no variable has taken the function's name.
hint-not-indexable = A value of the kind { $kind } has no parts for square brackets to take.
hint-not-iterable = A for loop cannot go through a value of the kind { $kind }.
    .try = write range(…) if it is a number of times.
hint-not-a-number = A number is needed here; there is { $kind }.
hint-number = This text does not look like a number.
    .try = leave only digits in it.
hint-unpack = There are more names left of the equals sign than values right of it, or fewer.
    .try = make names and values the same number.
hint-zero = Something is divided by zero here.
    .try = check the divisor with if before dividing.
hint-math-domain = This cannot be computed for such a number, like the root of a negative one.
    .try = check the number's sign first.
hint-index = The list has no place with that number.
    .try = remember that places count from 0 to len(…) − 1.
hint-list-empty = The list is empty, so there is nothing to take.
    .try = check its length with len(…).
hint-key = The dictionary has no key `{ $key }`.
    .try = check the key with in before using it.
hint-flash-missing = The board has no such file{ $named ->
        [0] {""}
       *[other] : { $name }
    }.
hint-flash-exists = The board already has such a file or folder{ $named ->
        [0] {""}
       *[other] : { $name }
    }.
hint-flash-full = The board has no room left{ $named ->
        [0] {""}
       *[other] : { $name }
    }.
    .try = write less, or delete an old file.
hint-device = The device does not answer.
    .try = check its cable and its pin number.
hint-device-slow = The device takes too long to answer.
    .try = check its cable and its power.
hint-pin = The board has no { $named ->
        [0] such pin
       *[other] pin { $pin }
    }.
    .try = take a number that stands beside a pin on the board.
hint-pin-input = { $named ->
        [0] This pin
       *[other] Pin { $pin }
    } can only be an input: it cannot switch or drive anything.
    .try = connect the part to another pin and write its number here.
hint-pin-external = The wireless chip drives this pin, the LED's: it can only be a plain output, without PWM, pull or interrupt.
    .try = connect the part to a pin with a number, or switch the LED with on() and off().
hint-pin-adc = { $named ->
        [0] This pin
       *[other] Pin { $pin }
    } cannot measure a voltage.
    .try = connect the sensor to a pin that the board's picture marks ADC.
hint-unit = The board has no { $kind } with the number { $number }.
    .try = put another number in the brackets: 0, 1 or 2.
hint-timer-number = The board has no timer with that number.
    .try = write Timer() without a number, or a smaller number.
hint-bus-pin = { $signal } cannot be on this pin with this bus.
    .try = take a pin that the board's picture marks { $signal } for it, or another number of the bus.
hint-pwm-frequency = A PWM cannot have such a frequency.
    .try = give it in hertz: 50 for a servo, 1000 for a lamp, 20000 for a motor.
hint-range = { $name } goes from { $least } to { $most } here.
    .try = print the number before this line and keep it within that.
hint-pwm-full = Every PWM of this chip is already in use.
    .try = give several pins the same frequency, or free one with deinit().
hint-timer-period = This period is too short for a timer.
    .try = give period in milliseconds, 1 or more.
hint-not-simulated = The simulator does not play { $name }; on the real board it works.
    .try = leave it out here, or run the program on the board.
hint-radio = The simulator has no Wi-Fi and no Bluetooth, so nobody can be reached.
    .try = leave the network out here, or run the program on the board.
hint-radio-start = The Wi-Fi is not switched on.
    .try = write wlan.active(True) first; even so the simulator has no network.
hint-i2c = Nobody answers{ $addressed ->
        [0] {""}
       *[other] {" "}at the address { $address }
    }{ $wired ->
        [0] {" "}on the I2C bus
       *[other] {" "}on sda { $sda } / scl { $scl }
    }.
    .try = see with `i2c.scan()` who answers; check the address, sda, scl and the cable.
hint-soft-i2c = A hardware I2C bus has no single start(), stop(), readinto() and write(): SoftI2C has them.
    .try = write SoftI2C(scl=…, sda=…) in place of I2C(…), or do with readfrom() and writeto().
hint-memory = The board's memory was not enough.
    .try = keep fewer values, and shorter lists and texts.
hint-recursion = The function calls itself too many times in a row.
    .try = check the condition that stops it.
hint-stopped = The program was stopped.
hint-input = The program waits for a keyboard, and a robot has none.
    .try = leave input() out, or wait for a button.

# The robot's own errors; English passes through as the robot says it.
hint-robot-r02 = { $part } is { $allowed }; got { $value } [R02]
hint-robot-r02-text = { $part } is { $allowed }; got { $value }, and that is a text. Write { $number } without quotes. [R02]
hint-robot-r02-decimal = A comma separates two values; a decimal number is written with a point. If it is one number, write { $number }. Now { $value } came to { $part }, which is { $allowed }. [R02]
hint-robot-r02-brackets = { $part } is { $allowed }; got a command without brackets. Write () after its name. [R02]
hint-robot-r02-function = { $part } is { $allowed }; got { $value }. Write the function's name without brackets. [R02]
hint-robot-r03 = { $part } has no part called { $value }. It has: { $allowed }. [R03]
hint-robot-r03-near = { $part } has no part called { $value }. Did you mean { $near }? [R03]
hint-robot-r04 = { $part }: pin { $value } does not exist on this board. Use a pin from rover_board for { $port }. [R04]
hint-robot-r05 = { $part }: pin { $value } can only be an input. Use another pin for { $port }. [R05]
hint-robot-r06 = { $part }: pin { $value } cannot measure a voltage. Use an ADC pin for { $port }. [R06]
hint-robot-r07 = { $part }: black and white look alike on { $port }. Put the robot over the line and calibrate again. [R07]
hint-robot-r08 = { $part }: unit { $value } is not there. Use the { $port } from rover_board. [R08]
hint-robot-r09 = This board's file rover_board.py was not found. Copy the pin map of this robot to the board. [R09]
hint-robot-r10 = { $part }: pin { $value } is not beside the encoder's other pin. Use neighbouring pins, as in rover_board. [R10]
hint-robot-r11 = This robot has no { $part }: its rover_board.py names no { $port } [R11]
hint-robot-r12 = { $part } does not answer on { $port }. Push its cable in. [R12]
hint-robot-r15 = { $part } waits, and a callback cannot wait. Use wait=False, or call it from the main program. [R15]
hint-robot-r16 = { $part } was not awaited. Write await before it. [R16]
hint-robot-r17 = { $part }: power is on, but its encoder on { $port } does not count. Free the wheel, or push in the cable. [R17]
hint-robot-r18 = { $part } turns against its command. Look at its plugs: motor and encoder, left and right. [R18]
hint-robot-r19 = { $part } has not been followed so far. Call reset_pose() before the robot drives. [R19]
hint-robot-r30 = { $part }: the robot moved. Keep it still and calibrate again. [R30]
hint-robot-r31 = { $part }: another chip answers on { $port }. Write the right part into rover_board. [R31]
hint-robot-r32 = { $part } is low: { $value }. Charge it soon. [R32]
hint-robot-r33 = { $part }: too dark for white, { $value } of { $allowed } or more. Put it over white and calibrate again. [R33]
hint-robot-r40 = { $part }: { $port } does not change; the others do without it. Look at its cable, then calibrate again. [R40]
hint-robot-r41 = { $part }: { $port } could not be kept on flash. Delete files that nobody needs. [R41]
hint-robot-r42 = { $part } has nothing to wait for. Give it an event, a distance or a time. [R42]
hint-robot-r43 = { $part }: { $port } does not follow the line; the others do without it. Look at its cable. [R43]
hint-robot-r50 = { $part } is not on the board. Copy your program there under this name. [R50]
hint-robot-r51 = { $part } is skipped: the button was held. Start the board again without it. [R51]
hint-robot-r52 = { $part } crashed { $value } times in a row and does not start by itself. Mend it and copy it again. [R52]
hint-robot-r53 = Ctrl-C stopped { $part } [R53]
hint-robot-r54 = { $part } reset the board. Look at its watchdog and its resets. [R54]
hint-robot-r60 = { $part }: { $value } is not a note. Write it as C4/4, F#5/8. or R/2. [R60]
hint-robot-r61 = { $part }: the flash has no room for { $port } with { $value } records. Delete files or record less. [R61]
hint-robot-r62 = { $part } has no state called { $value }. It has: { $allowed }. [R62]
hint-robot-r63 = { $part }: { $value } steps came late or not at all. Make the step shorter, or its period more than { $allowed }. [R63]
hint-robot-r64 = { $part }: { $value } records are in { $port }; lost: { $allowed } [R64]
hint-robot-r65 = { $part }: a file { $port } cannot be made. Use a plain name, as run.csv. [R65]
hint-robot-r66 = { $part } has no channel yet. Name what to record with add(). [R66]
hint-robot-r67 = { $part }: the step has to be awaited, and no task runs. Write def without async. [R67]
hint-robot-r68 = { $part } has no state yet. Name one with state(). [R68]
hint-robot-r69 = { $part } records already. Add channels before start(). [R69]
hint-robot-r70 = { $part }: channel { $port } takes { $value } ms; at most { $allowed }. Measure in a loop of your own. [R70]
