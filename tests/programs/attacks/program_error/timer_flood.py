"""Take every timer there is and more."""

import machine

kept = []
while True:
    kept.append(machine.Timer(len(kept), mode=machine.Timer.PERIODIC, period=1, callback=lambda t: None))
