"""Loop heads: called where the program's loops begin, so that a turn costs time and a loop that only waits is skipped.

Where each is put: `simulator/clock/loop_heads.py`.
"""

import _clock
import _profile
import _reports

STUCK_US = 5_000_000
HEAD_US = _profile.LOOP_HEAD_US

_heads_us = 0  # spent in loop heads since `_mark`
_mark = 0
_loop = 0  # which of the loops that may poll takes a turn, by its key; 0 for none
_entered = False  # and that turn is its first
_turn = 0  # `now` when that turn began, and what heads had spent by then
_turn_heads_us = 0
_turns = 0  # so many turns lie behind it since the answer that came at `_base`
_base = 0
_outer = _outer_turn = _outer_heads_us = _outer_turns = 0  # which loop took a turn when that one was entered
_depth = 0  # how many turns what called functions keep is to be known for
_idle_turn = 0


def restart():
    """The clock has begun anew."""
    global _heads_us, _mark, _loop, _turn, _turn_heads_us, _idle_turn
    _heads_us = _mark = _loop = _turn = _turn_heads_us = _idle_turn = 0


def head(number):
    """A loop head of the program at that line: costs time, so that a spinning loop ends, and lets callbacks run."""
    global _heads_us
    _clock.line = number
    now = _clock.now = _clock.now + HEAD_US
    _heads_us += HEAD_US
    if now >= _clock.alarm:
        _head_due()
    return True


def _head_due():
    global _heads_us, _mark, _turn, _turn_heads_us
    if _clock.now - _mark == _heads_us:
        _clock.acted = True  # it computes, it does not poll
        _be_quiet(_heads_us)
    else:
        _clock.quiet_us = 0
    _do(_clock.service)
    _mark = _turn = _clock.now
    _heads_us = _turn_heads_us = _clock.grain = 0


def _be_quiet(us):
    """The program has done nothing for so long but pass loop heads. That is no fault while it listens to a pin."""
    if not (_clock.watch_low or _clock.watch_high):
        _clock.quiet_us += us
    if _clock.quiet_us >= STUCK_US:
        _reports.stuck()


def _do(function, *arguments):
    """Call it, and keep at which loop head Ctrl-C found the program: interpreters name different lines of a loop."""
    line = _clock.line
    try:
        function(*arguments)
    except KeyboardInterrupt as error:
        _reports.interrupted = error, line
        raise


def polling_head(number, key, turns):
    """The head of a `while` that keeps nothing of each turn. When the program only polls, a turn of the loop that has
    read something, or put out what was there already, skips to where the answer can be another: the next step, or the
    next ms where it has read the clock. One that has takes its last turn right before the step.

    `key` tells the loop, and `turns` how many it takes after a step before the next one does as the last.
    """
    global _loop, _entered, _turn, _turn_heads_us, _turns, _base, _depth
    global _outer, _outer_turn, _outer_heads_us, _outer_turns
    if not _clock.polling or _clock.blocked:
        return head(number)
    now = _clock.now
    if key != _loop:
        # What the other loop has read in its turn counts on, for it may be that this one is left at once.
        _outer = _loop
        _outer_turn = _turn
        _outer_heads_us = _turn_heads_us
        _outer_turns = _turns
        _loop = key
        _entered = True
        _turns = 0
        head(number)
        _turn = _clock.now
        _turn_heads_us = _heads_us
        return True
    _entered = False
    if _clock.base != _base:
        _base = _clock.base
        _turns = 0
    if _base > _turn or _clock.called:
        head(number)  # something came after it was read
    elif now - _turn == _heads_us - _turn_heads_us:
        head(number)  # nothing was read since the last turn
    else:
        _turns += 1
        then, grain = _next_change(), _clock.grain
        if grain:  # what it keeps of the clock is to be of the last turn before the change
            then = min(then - (now - _turn), now - now % grain + grain)
        if then > now and _turns >= turns + _depth:
            _clock.line = number
            _clock.now = then
            _do(_clock.service)
        else:
            head(number)
    _turn = _clock.now
    _turn_heads_us = _heads_us
    _clock.grain = _depth = 0
    _clock.called = False
    return True


def left(key):
    """A loop that may poll is left. The loop around it goes on with its turn, unless this one has taken some. None, so
    that the prompt prints nothing, and a condition is false."""
    global _loop, _entered, _turn, _turn_heads_us, _turns
    if _entered and key == _loop:
        _loop = _outer
        _turn = _outer_turn
        _turn_heads_us = _outer_heads_us
        _turns = _outer_turns
    else:
        _loop = 0
    _entered = False


def _next_change():
    """When a callback or a step comes."""
    call = _clock._earliest()
    return _clock.horizon if call is None or call.due > _clock.horizon else call.due


def idle_head(number, key):
    """The head of a loop with an empty body whose condition calls nothing: only a callback can end it, so go there."""
    global _idle_turn
    if _clock.now != _idle_turn:
        polling_head(number, key, 1)  # the first turn; or the condition reads something after all, by a property
        _idle_turn = _clock.now
        return True
    _clock.keep_small()
    _clock.line = number
    before = _clock.now = _clock.now + HEAD_US
    _do(_clock.wait_for_callback, STUCK_US - _clock.quiet_us)
    _be_quiet(_clock.now - before)
    _idle_turn = _clock.now
    return True


def kept(turns=0):
    """A function begins that keeps something of each call: a loop that calls it does more than poll. `turns`: or of so
    many calls alone."""
    global _depth
    if not _clock.blocked:
        if turns:
            _depth += turns
        else:
            _clock.acted = True
            _clock.polling = False
    return True


def each(number, iterable):
    """The iterable of a `for` whose body has no place for a loop head."""
    for item in iterable:
        head(number)
        yield item
