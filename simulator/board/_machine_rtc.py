"""`machine.RTC` over virtual time, and memory that outlives a reset. Behaviour: library/machine.RTC, esp32/quickref."""

import _boot
import _calendar
import _clock
import _dates
import _profile

_ON_RP2 = _profile.PLATFORM == "rp2"
_MEMORY = "rtc memory"  # its name among what the chip keeps


class RTC:
    def __new__(cls):
        return _the_rtc or object.__new__(cls)

    def __repr__(self):
        return "<RTC>"

    def datetime(self, moment=None):
        """(year, month, day, weekday, hours, minutes, seconds, subseconds): µs on the ESP32, 0 on the rp2."""
        if moment is None:
            _clock.spend(_profile.CLOCK_US)
            ms = _calendar.now_ms()
            year, month, day, hour, minute, second, weekday, _ = _dates.parts_of(ms // 1000)
            rest = 0 if _ON_RP2 else ms % 1000 * 1000 + _clock.now % 1000
            return (year, month, day, weekday, hour, minute, second, rest)
        self._set(moment, 4)

    def _set(self, moment, hour_at):
        if len(moment) != 8:
            raise ValueError("requested length 8 but object has length %d" % len(moment))
        parts = [_dates.word(part) for part in moment]
        seconds = _dates.seconds_of(*parts[:3], *parts[hour_at : hour_at + 3])
        _clock.spend(_profile.CLOCK_US)
        _calendar.set_ms(seconds * 1000 + (0 if _ON_RP2 else parts[7] // 1000))


if not _ON_RP2:

    def _init(rtc, moment):
        rtc._set(moment, 3)

    def _memory(rtc, data=None):
        _clock.spend(_profile.CLOCK_US)
        if data is None:
            return bytes(_boot.kept.get(_MEMORY, b""))
        data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
        if len(data) > _profile.RTC_MEMORY_BYTES:
            raise ValueError("buffer too long")
        _boot.kept[_MEMORY] = data

    RTC.init = _init
    RTC.memory = _memory


_the_rtc = None
_the_rtc = RTC()
