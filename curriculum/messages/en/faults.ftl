# Faults that a lesson switches on, and what may be wrong with asking for one.

summary-faults = Faults on
summary-faults-hidden = Faults: not shown
fault-cable-off = cable off: { $device }
fault-dead = dead: { $device }
fault-jammed = wheel held: { $device }
fault-swapped-motors = the motors' cables are swapped
fault-reversed = wires the wrong way round: { $device }
fault-weak-battery = weak battery, { $value } V
fault-noisy-adc = ADC noise × { $value }
fault-brown-out = the supply fails
fault-ctrl-c = somebody presses Ctrl-C
fault-stuck-closed = stuck closed: { $device }
fault-stuck-open = never closes: { $device }
fault-from = { $what } from { $time_s } s on
fault-at = { $what } at { $time_s } s
fault-part-left = left motor
fault-part-right = right motor
fault-part-left-encoder = left encoder
fault-part-right-encoder = right encoder
summary-brown-outs = The supply's voltage was too low for the board: it restarted { $count ->
    [one] once
   *[other] { $count } times
}, first at { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.
summary-restarts = The board restarted { $count ->
    [one] once, at
   *[other] { $count } times, first at
} { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s.

fault-form = A fault is written KIND[:DEVICE][@SECONDS][=VALUE].
    .try = write --fault cable-off:line3, for example.
fault-unknown = There is no fault `{ $name }`. There are: { $known }.
fault-unknown-near = There is no fault `{ $name }`. Did you mean `{ $near }`?
fault-needs = This fault needs { $part ->
        [device] a device after `:`
       *[time] a time in seconds after `@`
    }.
    .try = write --fault { $example }, for example.
fault-takes-no = This fault takes no { $part ->
        [device] device
        [time] time
       *[value] value
    }.
    .try = leave it out.
fault-value = { $key ->
        [at_s] After `@` come seconds, from 0 to 3600.
        [volts] After `=` come volts, from 1 to 60.
        [times] After `=` comes how many times noisier, from 1 to 100.
       *[contact] After `=` comes `closed` or `open`.
    }
fault-value-comma = A number is written with a point here: not `{ $given }`.
    .try = write { $point }.
fault-device = The robot has no `{ $name }` that this can happen to. It has: { $known }.
fault-device-near = The robot has no `{ $name }`. Did you mean `{ $near }`?
fault-twice = This cannot be together with `{ $other }`.
    .try = leave one of them out.
fault-strong = This robot's battery has { $volts } V without load; a weak one has no more.
    .try = ask for fewer volts.
