"""Virtual time on the board, in whole µs: one copy for both children, MicroPython's syntax and modules only.

Nothing here reads a wall clock. A hardware call adds its cost to `now`; when `now` reaches `alarm` something is due:
the host must be asked for a newer world (`horizon`), or a callback must run. Callbacks run in the order (time,
priority, serial), never nested. Hot callers inline the first two lines of `spend` and read `inputs` themselves.
"""

import _port
from _frames import (
    ADVANCED,
    AFTER_PULSE_US,
    ARGUMENT,
    ELAPSED,
    EVENTS,
    FIRST_EVENT,
    HEADER,
    HORIZON,
    KIND,
    LINE,
    MAX_OUTPUTS,
    OUTPUTS,
    PAYLOAD,
    SAMPLE,
    SAMPLES,
    STEP,
    TEXT,
    WATCH_HIGH,
    WATCH_LOW,
    inputs,
    out,
)

IRQ_PRIORITY, TIMER_PRIORITY, SCHEDULE_PRIORITY = 0, 1, 2
EPOCH_US = 500_000_000  # `now` is kept below 2**30: past that an integer allocates
TICKS_MASK = 0x3FFFFFFF
MS_US = 1000

now = 0  # µs since the epoch began
alarm = 0  # the first µs at which something is due
horizon = 0  # until then the host need not be asked
line = 0  # of the last loop head: what a report names
base = 0  # `now` at the last answer
watch_low = 0  # pins whose edges the program listens to
watch_high = 0
polling = False  # the program has read inputs or the clock for a while and done nothing else

edge_handlers = {}  # pin number: function(level, t_us)
report = None  # function(error), for what a callback raises; set by `_reports`

_epochs = 0
_epoch_ms = 0
_epoch_us = -0x3FFFFFFF - 1  # kept negative, so that adding `now` stays small
_duties = [-1] * 128  # of each pin, and from 64 on the frequencies
_calls = []  # pending callbacks
_serial = 0
blocked = False  # callbacks may not run: one does, or they are held back
_firing = False  # inside a callback
_held = False  # the program has disabled interrupts
watchdog = None  # a Call that resets the board; it comes even where callbacks may not run
_told_soon = False  # the horizon is that of `tell_soon`, and no step
quiet_us = 0  # spent in loop heads with no hardware call, callback or print in between
acted = True  # an output, a sleep or a print came from the main program since the last look
_idle_looks = 0
grain = 0  # µs; set by a read of the clock: a loop that polls skips no further than to the next multiple of it
called = False  # whether a callback has run since the last head of a loop that may poll
pressed = False  # Ctrl-C was pressed, and the program has not felt it yet


class Call:
    """A callback that waits for its time; a subclass says what `fire` does. `due` is None when it is off."""

    def __init__(self, priority):
        global _serial
        _serial += 1
        self.due = None
        self.priority = priority
        self.serial = _serial

    def at(self, due_us):
        """Wait for `due_us`; a call that already waits is moved."""
        global alarm
        if self.due is None:
            _calls.append(self)
        self.due = due_us
        if not blocked and due_us < alarm:
            alarm = due_us

    def cancel(self):
        if self.due is not None:
            self.due = None
            _calls.remove(self)


class Once(Call):
    """A function that runs once: a scheduled call or a pin's interrupt."""

    def __init__(self, priority, function, argument):
        super().__init__(priority)
        self.function = function
        self.argument = argument

    def fire(self):
        self.cancel()
        self.function(self.argument)


def spend(us):
    """Let `us` pass in which the program does something other than read: it acts, or computes."""
    global now, polling, acted
    now += us
    if not blocked:
        acted = True
        polling = False
    if now >= alarm:
        service()


def output(pin, duty, us):
    """Put `duty` (0 to 65535, a level is one of the two ends) on `pin`, which takes `us`.

    Where it is there already this changes nothing, and a loop that does no more than that may be skipped.
    """
    global now, polling, acted
    now += us
    if _duties[pin] != duty:
        _duties[pin] = duty
        n = out[OUTPUTS]
        at = HEADER + 3 * n
        out[at] = pin
        out[at + 1] = duty
        out[at + 2] = now - base
        out[OUTPUTS] = n + 1
        if not blocked:
            acted = True
            polling = False
        if n + 1 == MAX_OUTPUTS:
            exchange(0)
    if now >= alarm:
        service()


def service():
    """Do what is due at `now`: ask the host for a newer world, run callbacks."""
    global alarm
    if now >= EPOCH_US and not blocked:
        _new_epoch()
    if now >= horizon:
        if not _told_soon:
            _look()
        exchange(0)
    if pressed:
        feel_key()
    if not blocked:
        run_due(now)
        return
    alarm = horizon
    _bark()


def feel_key():
    """Raise what a pressed Ctrl-C raises, in callbacks too; where interrupts are off it waits."""
    global pressed
    if pressed and not _held:
        pressed = False
        raise KeyboardInterrupt


def _bark():
    """Let the watchdog have its way where callbacks may not run."""
    if watchdog is not None and now >= watchdog.due:
        watchdog.fire()


def _look():
    """Once a step: has the main program done nothing but read for two steps in a row?"""
    global polling, acted, _idle_looks
    if blocked:
        return
    if acted:
        acted = False
        _idle_looks = 0
        polling = False
    else:
        _idle_looks += 1
        polling = _idle_looks > 1


def _set_alarm(call):
    global alarm
    alarm = horizon if call is None or call.due > horizon else call.due


def _earliest():
    first = None
    for call in _calls:
        if first is None or call.due < first.due:
            first = call
        elif call.due == first.due and (
            call.priority < first.priority or call.priority == first.priority and call.serial < first.serial
        ):
            first = call
    return first


def run_due(until_us):
    """Run the callbacks due by then, which is not after now; one that raises is reported, and the program goes on.

    What falls due while they run waits for the next look, so that callbacks too long for their period cannot keep the
    program from going on.
    """
    global blocked, _firing, alarm, quiet_us, called
    while True:
        call = _earliest()
        if call is None or call.due > until_us:
            break
        blocked = _firing = called = True
        quiet_us = 0
        alarm = horizon
        try:
            call.fire()
        except BaseException as error:  # sys.exit() there, too, ends the callback and not the program
            report(error)
        _firing = False
        blocked = _held
        if _held:
            alarm = horizon
            return
    _set_alarm(call)
    if pressed:
        feel_key()


def hold_callbacks():
    """Keep callbacks waiting until `let_callbacks`. Returns whether they were kept waiting before."""
    global _held, blocked
    before = _held
    _held = blocked = True
    return before


def let_callbacks(held):
    """Go back to what `hold_callbacks` found; what fell due meanwhile runs now."""
    global _held, blocked
    _held = held
    if not held and not _firing:
        blocked = False
        service()


def sleep_us(us):
    """Let time pass; callbacks run at their own times. Ends at the deadline or the last callback's end, if later."""
    global now, polling, acted
    if now >= EPOCH_US and not blocked:
        _new_epoch()
    if not blocked:
        acted = True
        polling = False
    deadline = now + us
    if deadline < alarm:
        now = deadline
        return
    while True:
        target = deadline
        call = watchdog if blocked else _earliest()
        if call is not None and call.due < deadline:
            target = call.due
        if target > now:
            if target < horizon:
                now = target
            else:
                exchange(target - now)
                feel_key()
        if blocked:
            _bark()
        else:
            run_due(now if now < deadline else deadline)
        if now >= deadline:
            break


def wait_for_callback(most_us=EPOCH_US):
    """Let time pass up to the next callback and run it; not longer than `most_us`."""
    global now
    keep_small()
    wait = most_us
    call = watchdog if blocked else _earliest()
    if call is not None and call.due - now < wait:
        wait = call.due - now
    if wait > 0:
        if now + wait < horizon:
            now += wait
        else:
            exchange(wait)
            feel_key()
    if blocked:
        _bark()
    else:
        run_due(now)


def exchange(wait_us, kind=STEP):
    """Send a frame and take the answer: time moves by up to `wait_us`, less when a watched pin changes first; for a
    PULSE as long again from there, up to the next change."""
    out[KIND] = kind
    out[ARGUMENT] = wait_us if wait_us < EPOCH_US else EPOCH_US
    _send()
    _take_answer()


def tell_at_once():
    """Send what is pending, and run what the answer brings: a wire from an output may end at a pin with a handler."""
    exchange(0)
    if now >= alarm:
        service()


def tell_soon():
    """What is pending ends a pulse: until so long after it nothing comes of it."""
    global horizon, alarm, _told_soon
    if now + AFTER_PULSE_US < horizon:
        _told_soon = True
        horizon = now + AFTER_PULSE_US
        if horizon < alarm:
            alarm = horizon


def _send():
    out[ELAPSED] = now - base
    out[LINE] = line
    out[WATCH_LOW] = watch_low
    out[WATCH_HIGH] = watch_high
    _port.write(out)
    out[OUTPUTS] = 0
    out[PAYLOAD] = 0


def _take_answer():
    global now, base, horizon, alarm, _told_soon
    _port.readinto(inputs)
    _told_soon = False
    now = base = now + inputs[ADVANCED]
    horizon = now + inputs[HORIZON]
    if out[SAMPLES]:
        out[SAMPLES] -= 1
    if horizon < alarm:  # a chip will change a line before the next step
        alarm = horizon
    events = inputs[EVENTS]
    if events:
        for i in range(FIRST_EVENT, FIRST_EVENT + 2 * events, 2):
            handler = edge_handlers.get(inputs[i] >> 1)
            if handler is not None:
                handler(inputs[i] & 1, now - inputs[i + 1])


def keep_small():
    """Begin a new epoch when it is time to; for callers up whose stack no one keeps a time."""
    if now >= EPOCH_US and not blocked:
        _new_epoch()


def _new_epoch():
    """Make every time smaller by EPOCH_US. Called only where no caller up the stack keeps a time: not in callbacks."""
    global now, base, horizon, alarm, _epochs, _epoch_ms, _epoch_us
    _epochs += 1
    now -= EPOCH_US
    base -= EPOCH_US
    horizon -= EPOCH_US
    alarm -= EPOCH_US
    for call in _calls:
        call.due -= EPOCH_US
    _epoch_ms = (_epoch_ms + EPOCH_US // MS_US) & TICKS_MASK
    _epoch_us = ((_epoch_us + EPOCH_US) & TICKS_MASK) - TICKS_MASK - 1


def restart():
    """A run begins, and its time with it. Only where no call waits for its time, and no caller keeps one."""
    global now, base, horizon, alarm, _epochs, _epoch_ms, _epoch_us, line, polling, acted, _idle_looks, grain
    global quiet_us
    now = base = horizon = alarm = line = _epochs = _epoch_ms = _idle_looks = grain = quiet_us = 0
    _epoch_us = -TICKS_MASK - 1
    polling, acted = False, True


def ticks_us():
    return (now + _epoch_us) & TICKS_MASK


def ticks_ms():
    return (now // MS_US + _epoch_ms) & TICKS_MASK


def total_ms():
    """ms since power-on, without a wrap."""
    return _epochs * (EPOCH_US // MS_US) + now // MS_US


def schedule(function, argument):
    """Run function(argument) as soon as callbacks may run."""
    Once(SCHEDULE_PRIORITY, function, argument).at(now)


def send_text():
    """Send what was printed since the last frame, stamped with this µs."""
    _send_between(TEXT)


def take_samples():
    """Have the host put into `inputs` what the ADC's pins read: the last answer came without."""
    _send_between(SAMPLE)
    _port.readinto(inputs)


def _send_between(kind):
    """Send a frame that leaves everything pending as it is."""
    out[KIND] = kind
    kept = out[OUTPUTS]
    out[OUTPUTS] = 0
    out[ELAPSED] = now - base
    _port.write(out)
    out[OUTPUTS] = kept
