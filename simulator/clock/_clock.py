"""Virtual time on the board, in whole µs: one copy for both children, MicroPython's syntax and modules only.

Nothing here reads a wall clock. A hardware call adds its cost to `now`; when `now` reaches `alarm` something is due:
the host must be asked for a newer world (`horizon`), or a callback must run. Callbacks run in the order (time,
priority, serial), never nested. Hot callers inline the first two lines of `spend` and read `inputs` themselves.
"""

from array import array

import _port
import _profile

# Words of a frame to the host; three words follow for each output: pin, duty, µs since the last answer. Pin + 64 means
# the frequency of that pin's PWM.
KIND, ELAPSED, ARGUMENT, LINE, OUTPUTS, PAYLOAD, WATCH_LOW, WATCH_HIGH = 0, 1, 2, 3, 4, 5, 6, 7
HEADER = 8
MAX_OUTPUTS = 16
STEP, OPEN, TEXT, END, SOURCE, CALLBACK_ERROR, RESET, BUS = 1, 2, 3, 4, 5, 6, 7, 8
# Words of an answer; then up to three events of two words (pin * 2 + level, µs before now), the levels of pins 0–29 and
# 30–59, and the slots of opened channels.
ADVANCED, HORIZON, EVENTS, RESULT, ANSWER_PAYLOAD, FIRST_EVENT, LEVELS = 0, 1, 2, 3, 4, 5, 11
FRAME_WORDS = 64
SUPPLY = 63  # the "pin" of an event that says that the supply fails

IRQ_PRIORITY, TIMER_PRIORITY, SCHEDULE_PRIORITY = 0, 1, 2
STUCK_US = 5_000_000
MAX_TRACEBACK = 4000  # characters
EPOCH_US = 500_000_000  # `now` is kept below 2**30: past that an integer allocates
TICKS_MASK = 0x3FFFFFFF
MS_US = 1000

HEAD_US = _profile.LOOP_HEAD_US

now = 0  # µs since the epoch began
alarm = 0  # the first µs at which something is due
horizon = 0  # until then the host need not be asked
line = 0  # of the last loop head: what a report names
base = 0  # `now` at the last answer
watch_low = 0  # pins whose edges the program listens to
watch_high = 0
polling = False  # the program has read inputs or the clock for a while and done nothing else
out = array("i", [0] * FRAME_WORDS)
inputs = array("i", [0] * FRAME_WORDS)

asked = 0  # bytes that came with the answer to the last `ask`
answer = b""  # and what they were

edge_handlers = {}  # pin number: function(level, t_us), set by the board's Pin

_epochs = 0
_epoch_ms = 0
_wall_ms = _profile.CLOCK_START_S * 1000  # of the board's calendar at power-on
_epoch_us = -0x3FFFFFFF - 1  # kept negative, so that adding `now` stays small
_calls = []  # pending callbacks
_serial = 0
_running = False  # callbacks may not run: one does, or they are held back
_firing = False  # inside a callback
_held = False  # the program has disabled interrupts
watchdog = None  # a Call that resets the board; it comes even where callbacks may not run
_heads_us = 0  # spent in loop heads since `_mark`
_mark = 0
_quiet_us = 0  # spent in loop heads with no hardware call, callback or print in between
_acted = True  # an output, a sleep or a print came from the main program since the last look
_idle_looks = 0
grain = 0  # µs; set by a read of the clock: a loop that only reads the clock skips to the next multiple of it
clock_us = 0  # spent in reads of the clock since `_turn`
_turn = 0  # `now` at the last head of a loop that may poll, and what heads had spent by then
_turn_heads_us = 0
_idle_turn = 0
_seen_level = -1  # the last change of the pin that `wait_edge` waits for


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
        if not _running and due_us < alarm:
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
    global now, polling, _acted
    now += us
    if not _running:
        _acted = True
        polling = False
    if now >= alarm:
        service()


def output(pin, duty, us):
    """Put `duty` (0 to 65535, a level is one of the two ends) on `pin`, which takes `us`."""
    global now, polling, _acted
    now += us
    n = out[OUTPUTS]
    at = HEADER + 3 * n
    out[at] = pin
    out[at + 1] = duty
    out[at + 2] = now - base
    out[OUTPUTS] = n + 1
    if not _running:
        _acted = True
        polling = False
    if n + 1 == MAX_OUTPUTS:
        exchange(0)
    if now >= alarm:
        service()


def service():
    """Do what is due at `now`: ask the host for a newer world, run callbacks."""
    global alarm
    if now >= EPOCH_US and not _running:
        _new_epoch()
    if now >= horizon:
        _look()
        exchange(0)
    if not _running:
        run_due(now)
        return
    alarm = horizon
    _bark()


def _bark():
    """Let the watchdog have its way where callbacks may not run."""
    if watchdog is not None and now >= watchdog.due:
        watchdog.fire()


def _look():
    """Once a step: has the main program done nothing but read for two steps in a row?"""
    global polling, _acted, _idle_looks
    if _running:
        return
    if _acted:
        _acted = False
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
    global _running, _firing, alarm, _quiet_us
    while True:
        call = _earliest()
        if call is None or call.due > until_us:
            break
        _running = _firing = True
        _quiet_us = 0
        alarm = horizon
        try:
            call.fire()
        except BaseException as error:  # sys.exit() there, too, ends the callback and not the program
            _callback_error(error)
        _firing = False
        _running = _held
        if _held:
            alarm = horizon
            return
    _set_alarm(call)


def hold_callbacks():
    """Keep callbacks waiting until `let_callbacks`. Returns whether they were kept waiting before."""
    global _held, _running
    before = _held
    _held = _running = True
    return before


def let_callbacks(held):
    """Go back to what `hold_callbacks` found; what fell due meanwhile runs now."""
    global _held, _running
    _held = held
    if not held and not _firing:
        _running = False
        service()


def sleep_us(us):
    """Let time pass; callbacks run at their own times. Ends at the deadline or the last callback's end, if later."""
    global now, polling, _acted
    if now >= EPOCH_US and not _running:
        _new_epoch()
    if not _running:
        _acted = True
        polling = False
    deadline = now + us
    if deadline < alarm:
        now = deadline
        return
    while True:
        target = deadline
        call = watchdog if _running else _earliest()
        if call is not None and call.due < deadline:
            target = call.due
        if target > now:
            if target < horizon:
                now = target
            else:
                exchange(target - now)
        if _running:
            _bark()
        else:
            run_due(now if now < deadline else deadline)
        if now >= deadline:
            break


def head(number):
    """A loop head of the program at that line: costs time, so that a spinning loop ends, and lets callbacks run."""
    global now, line, _heads_us
    line = number
    now += HEAD_US
    _heads_us += HEAD_US
    if now >= alarm:
        _head_due()
    return True


def _head_due():
    global _heads_us, _mark, _quiet_us, _acted, _turn, _turn_heads_us, clock_us
    if now - _mark == _heads_us:
        _acted = True  # it computes, it does not poll
        _quiet_us += _heads_us
        if _quiet_us >= STUCK_US:
            stop("stuck")
    else:
        _quiet_us = 0
    service()
    _mark = _turn = now
    _heads_us = _turn_heads_us = clock_us = 0


def polling_head(number):
    """The head of a `while` that counts nothing. When the program only polls, a turn of the loop that has read
    something skips to where the answer can be another: the next step, or the next ms when all it has read is the clock.
    """
    global now, line, clock_us, _turn, _turn_heads_us
    if not polling or _running:
        return head(number)
    others_us = now - _turn - (_heads_us - _turn_heads_us)
    if others_us == 0 or base > _turn:
        head(number)  # nothing was read since the last turn, or an answer came after it was read
    else:
        line = number
        then = now - now % grain + grain if others_us == clock_us else horizon
        call = _earliest()
        if call is not None and call.due < then:
            then = call.due
        if then > horizon:
            then = horizon
        if then > now:
            now = then
        service()
    _turn = now
    _turn_heads_us = _heads_us
    clock_us = 0
    return True


def idle_head(number):
    """The head of a loop with an empty body whose condition calls nothing: only a callback can end it, so go there."""
    global now, line, _quiet_us, _idle_turn
    if now != _idle_turn:
        polling_head(number)  # the first turn; or the condition reads something after all, by a property
        _idle_turn = now
        return True
    if now >= EPOCH_US and not _running:
        _new_epoch()
    line = number
    now += HEAD_US
    before = now
    wait_for_callback(STUCK_US - _quiet_us)
    if not (watch_low or watch_high):  # a pin that is listened to may change at any time
        _quiet_us += now - before
    if _quiet_us >= STUCK_US:
        stop("stuck")
    _idle_turn = now
    return True


def wait_for_callback(most_us=EPOCH_US):
    """Let time pass up to the next callback and run it; not longer than `most_us`."""
    global now
    if now >= EPOCH_US and not _running:
        _new_epoch()
    wait = most_us
    call = watchdog if _running else _earliest()
    if call is not None and call.due - now < wait:
        wait = call.due - now
    if wait > 0:
        if now + wait < horizon:
            now += wait
        else:
            exchange(wait)
    if _running:
        _bark()
    else:
        run_due(now)


def each(number, iterable):
    """The iterable of a `for` whose body has no place for a loop head."""
    for item in iterable:
        head(number)
        yield item


def exchange(wait_us):
    """Send a frame and take the answer: time moves by up to `wait_us`, less when a watched pin changes first."""
    out[KIND] = STEP
    out[ARGUMENT] = wait_us if wait_us < EPOCH_US else EPOCH_US
    _send()
    _take_answer()


def tell_at_once():
    """Send what is pending, and run what the answer brings: a wire from an output may end at a pin with a handler."""
    exchange(0)
    if now >= alarm:
        service()


def _send():
    out[ELAPSED] = now - base
    out[LINE] = line
    out[WATCH_LOW] = watch_low
    out[WATCH_HIGH] = watch_high
    _port.write(out)
    out[OUTPUTS] = 0
    out[PAYLOAD] = 0


def _take_answer():
    global now, base, horizon, alarm
    _port.readinto(inputs)
    now = base = now + inputs[ADVANCED]
    horizon = now + inputs[HORIZON]
    if horizon < alarm:  # a chip will change a line before the next step
        alarm = horizon
    events = inputs[EVENTS]
    if events:
        for i in range(FIRST_EVENT, FIRST_EVENT + 2 * events, 2):
            handler = edge_handlers.get(inputs[i] >> 1)
            if handler is not None:
                handler(inputs[i] & 1, now - inputs[i + 1])


def _new_epoch():
    """Make every time smaller by EPOCH_US. Called only where no caller up the stack keeps a time: not in callbacks."""
    global now, base, horizon, alarm, _mark, _epochs, _epoch_ms, _epoch_us
    _epochs += 1
    now -= EPOCH_US
    base -= EPOCH_US
    horizon -= EPOCH_US
    alarm -= EPOCH_US
    _mark -= EPOCH_US
    for call in _calls:
        call.due -= EPOCH_US
    _epoch_ms = (_epoch_ms + EPOCH_US // MS_US) & TICKS_MASK
    _epoch_us = ((_epoch_us + EPOCH_US) & TICKS_MASK) - TICKS_MASK - 1


def ticks_us():
    return (now + _epoch_us) & TICKS_MASK


def ticks_ms():
    return (now // MS_US + _epoch_ms) & TICKS_MASK


def total_ms():
    """ms since power-on, without a wrap."""
    return _epochs * (EPOCH_US // MS_US) + now // MS_US


def wall_ms():
    """ms of the board's calendar since its epoch."""
    return _wall_ms + total_ms()


def set_wall_ms(ms):
    global _wall_ms
    _wall_ms = ms - total_ms()


def schedule(function, argument):
    """Run function(argument) as soon as callbacks may run."""
    Once(SCHEDULE_PRIORITY, function, argument).at(now)


def set_watch(pin, on):
    """Ask the host to say when the level of `pin` changes. Takes time, as every call to the hardware does."""
    global watch_low, watch_high
    before = watch_low, watch_high
    if pin < 30:
        watch_low = watch_low | (1 << pin) if on else watch_low & ~(1 << pin)
    else:
        watch_high = watch_high | (1 << (pin - 30)) if on else watch_high & ~(1 << (pin - 30))
    spend(_profile.PIN_US)
    if (watch_low, watch_high) != before:
        exchange(0)


def wait_edge(pin, most_us):
    """Let time pass to the next change of `pin`, which is then the new level; -1 when `most_us` have passed without.

    Callbacks wait: on the board this is a loop in C.
    """
    global watch_low, watch_high, _seen_level
    handler = edge_handlers.get(pin)
    masks = watch_low, watch_high
    if pin < 30:
        watch_low |= 1 << pin
    else:
        watch_high |= 1 << (pin - 30)
    edge_handlers[pin] = _see_edge if handler is None else lambda level, at: (_see_edge(level, at), handler(level, at))
    _seen_level = -1
    deadline = now + most_us
    while _seen_level < 0 and now < deadline:
        exchange(deadline - now)
    if handler is None:
        del edge_handlers[pin]
    else:
        edge_handlers[pin] = handler
    if (watch_low, watch_high) != masks:
        watch_low, watch_high = masks
        exchange(0)
    return _seen_level


def _see_edge(level, at):
    global _seen_level
    _seen_level = level


def open_channel(what, pin):
    """Ask the host for a place among the inputs: `what` is "adc" or "encoder". Returns the index of its first word."""
    _request(OPEN, _port.encode(what + " " + str(pin)), 0)
    return inputs[RESULT]


def transfer(payload, us, acts=True):
    """Send `payload` over a bus, which takes `us` on the wire; returns (result, what came back, µs it took).

    `acts` is False where the program only looks whether something has come.
    """
    global polling, _acted
    if now >= EPOCH_US and not _running:
        _new_epoch()
    _request(BUS, payload, us if us < EPOCH_US else EPOCH_US)
    result, count, took = inputs[RESULT], inputs[ANSWER_PAYLOAD], inputs[ADVANCED]
    data = _port.read(count) if count else b""
    if acts and not _running:
        _acted = True
        polling = False
    if now >= alarm:
        service()
    return result, data, took


def ask(payload, us, into=None):
    """As `transfer`, but for a request that has one number for an answer: gives that, and takes no heap.

    `asked` is how many bytes came beside it. As many as four for each element of `into` are put there; where others
    came, `answer` has them.
    """
    global asked, answer
    if now >= EPOCH_US and not _running:
        _new_epoch()
    _request(BUS, payload, us)
    result = inputs[RESULT]
    asked = inputs[ANSWER_PAYLOAD]
    if asked:
        if into is not None and asked == 4 * len(into):
            _port.readinto(into)
        else:
            answer = _port.read(asked)
    if now >= alarm:
        service()
    return result


def source(name, text):
    """Ask the host to put loop heads into a module's text."""
    _request(SOURCE, _port.encode(name + "\n" + text), 0)
    return str(_port.read(inputs[ANSWER_PAYLOAD]), "utf-8")


def _request(kind, payload, argument):
    out[KIND] = kind
    out[ARGUMENT] = argument
    out[PAYLOAD] = len(payload)
    _send()
    _port.write(payload)
    _take_answer()


def send_text():
    """Send what was printed since the last frame, stamped with this µs."""
    out[KIND] = TEXT
    kept = out[OUTPUTS]
    out[OUTPUTS] = 0
    out[ELAPSED] = now - base
    _port.write(out)
    out[OUTPUTS] = kept


def _callback_error(error):
    _report(CALLBACK_ERROR, "callback", error)


def stop(reason, error=None):
    """End the run. The host ends this process."""
    _report(END, reason, error)
    _wait_for_the_end()


def reset(flash):
    """End this process and let the board start again with that flash (a text)."""
    _tell(RESET, flash)
    _wait_for_the_end()


def _wait_for_the_end():
    while True:
        _port.readinto(inputs)


def _report(kind, reason, error):
    locks = _port.open_heap()
    text = ""
    if error is not None:
        try:
            text = _port.traceback(error)[:MAX_TRACEBACK]
        except BaseException:  # the exception's own __str__ may raise
            text = type(error).__name__
    _tell(kind, reason + "\n" + text)
    for _ in range(locks):
        _port.heap_lock()


def _tell(kind, text):
    payload = _port.encode(text)
    out[KIND] = kind
    out[PAYLOAD] = len(payload)
    _send()  # takes pending outputs along; their times are relative to the last answer, which still stands
    _port.write(payload)
