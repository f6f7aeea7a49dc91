"""Everything that moves, sounds or shines for a while can be switched off from here, whoever holds it.

The launcher, Ctrl-C and the end of a program under `mpremote run` call `stop_all`; nothing but this has to know what a
program has switched on.
"""

from .terminal import watch

_offs = []
_ends = []
_MOVING = (_offs,)
_ALL = (_offs, _ends)


def at_stop(off):
    """Have `off` called, without arguments, whenever the robot is to stop. It switches one thing off and is quick."""
    _offs.append(off)
    stop_at_end()


def at_end(off):
    """As `at_stop`, for what only watches: it ends with the program."""
    _ends.append(off)


def stop_at_end():
    """Let the robot stop at the end of the program, however it is run. Needed again after each end."""
    watch(stop_all)


def stop_all():
    """Switch off all that moves or sounds: motors roll out, servos go limp, timers rest. Sensors stay as they are."""
    _call(_ALL)


def stop_moving():
    """As `stop_all`, in the middle of a program: what only watches goes on, so that the robot knows where it is."""
    _call(_MOVING)


def _call(lists):
    try:
        _switch_off(lists)
    except KeyboardInterrupt:  # Ctrl-C is often pressed twice
        _switch_off(lists)
        raise


def _switch_off(lists):
    for offs in lists:
        for off in offs:
            try:
                off()
            except Exception as error:  # one part that fails must not keep the others running
                print("Stop:", error)
