"""The tables behind exp, log, log2 and pow, worked out with integers from the rules they were published with.

Arm's Optimized Routines, which musl took over in 1.2, tabulate 2**(i/128) as a double and its relative error, and for
each logarithm a point c near the middle of each equal part of one octave: 1/c, log(c), and what of c or of log(c) a
double cannot hold. For pow, 1/c is the middle's inverse cut to 7 or 8 bits. For log and log2, a search of the
neighbourhood picked the 1/c with the smallest rounding errors; what it found is kept here as the distance from the
middle's inverse in units of the last place.
"""

from math import isqrt

_BITS = 160
_ONE = 1 << _BITS

# fmt: off
_LOG_PICKS = (
    -23142382, -57643754, -234334839, -124664804, 19045012, -123323398, -501163255, 342479926, -234593306, 57421184,
    513617488, -240891478, 85169741, 28659150, 284053799, 342563057, -68420459, -346144712, -90113766, -464022980,
    285342708, -489548825, 376054848, 47397812, -423637851, -260988534, 336107021, 448241578, 154177355, 447893384,
    241227555, -420636714, -218426730, -96876684, -205835218, -368178198, -345128710, -510284502, 481763731, 209336112,
    429336310, 15489329, 442353177, -417834330, 73183371, 515232680, 507984536, 83787275, 330409952, 151596684,
    377744204, 198302857, 214798271, -345957716, 356163107, 215510022, -229897960, -131709726, 215213618, -464519207,
    -332821996, 385780520, -400344786, 256208139, 478356527, 345720337, 128466877, 217515751, -162048343, 295127580,
    -235892775, -69369347, 93666841, -272860130, 91915174, 29018059, 258893229, 386009280, -241633007, 68399381,
    386341370, 408940642, 65060217, -120872168, 189498853, -32395328, -49955913, 154042178, -346113480, 148348366,
    -396488327, -427431396, 107119491, -500798201, 212184347, 305888811, -330297730, -91422864, 6707636, 273897542,
    -512931067, -500150233, 485589437, -280752730, 106848032, 30953893, -291342514, -408884927, 149302919, -107851081,
    225432558, 460497078, -452391632, -490679353, 508304210, 493208081, 336502878, 526975298, -457361038, -312310462,
    -365194252, -421357131, 362015322, 310793228, -441535439, -69145545, -528727990, 433364383,
)
_LOG2_PICKS = (
    -328544708, -74476326, 1021141498, -931182196, 504379064, -335614843, -283118344, -758775068, 270002250,
    -664773176, 119721058, -796885113, 398067151, 688888268, -781335381, 311471183, 513703399, 419598957, 649865984,
    408218657, 174518592, 571646530, 435428157, -216810764, -991209262, -690557345, -1030886551, 398740487, 66223972,
    932406211, 967645063, -979151458, -28036586, -817826823, -365698287, -981846215, -1065532483, -332011688,
    201404552, 363032081, -137453701, 900509459, -327015489, -795511436, 214218588, 759630975, -488691505, -693136430,
    -418196895, -982645419, -1031413185, 767668918, 191094814, 358029168, -1027234167, -92054101, -59776880,
    -273556791, -87604962, -82950621, 1000733367, 46436578, 255011079, 359290331,
)
# fmt: on


def _ln_of_ratio(numerator: int, denominator: int) -> int:
    """ln(numerator / denominator) in units of 2**-_BITS; fast where the ratio is near 1."""
    t = ((numerator - denominator) << _BITS) // (numerator + denominator)
    square = t * t >> _BITS
    total, n = 0, 1
    while t not in (0, -1):
        total += t // n
        t = t * square >> _BITS
        n += 2
    return 2 * total


def _logs(inverses: list[int], unit: int) -> list[int]:
    """ln(unit / inverse) of each inverse in units of 2**-_BITS, each from its neighbour's."""
    logs = []
    total, last = 0, unit
    for inverse in inverses:
        # At 1 the sum starts afresh: log(1) must come out as 0, not as the error gathered on the way.
        total = total - _ln_of_ratio(inverse, last) if inverse != unit else 0
        last = inverse
        logs.append(total)
    return logs


def _rounded(value: int, bits: int) -> int:
    """A number in units of 2**-_BITS, rounded to units of 2**-bits."""
    drop = _BITS - bits
    return (value + (1 << (drop - 1))) >> drop


def _middle(start: float, i: int, count: int) -> float:
    """The middle of part `i` of the `count` parts of [start, 2 * start): they are twice as wide above 1 as below."""
    low = start + i / (2 * count)
    return low + 1 / (4 * count) if low < 1.0 else 2.0 * low - 1.0 + 1 / (2 * count)


def exp_table() -> list[tuple[float, float]]:
    """2**(i/128) for i in 0..127, and the relative error of that double."""
    step = 2 * _ONE
    for _ in range(7):
        step = isqrt(step << _BITS)
    rows = []
    power = _ONE
    for _ in range(128):
        units = _rounded(power, 52)
        exact = units << (_BITS - 52)
        rows.append((units / (1 << 52), (power - exact) / exact))
        power = power * step >> _BITS
    return rows


def pow_table(start: float) -> list[tuple[float, float, float]]:
    """1/c, log(c) to 43 bits and the rest of log(c), for 128 parts of [start, 2 * start)."""
    inverses = []
    for i in range(128):
        middle = _middle(start, i, 128)
        inverses.append(2 * int(128.0 / middle + 0.5) if middle < 1.0 else int(256.0 / middle + 0.5))
    rows = []
    for inverse, log in zip(inverses, _logs(inverses, 256), strict=True):
        head = _rounded(log, 43)
        rows.append((inverse / 256, head / (1 << 43), (log - (head << (_BITS - 43))) / _ONE))
    return rows


def _searched(start: float, picks: tuple[int, ...]) -> list[int]:
    """The 1/c that the search found, in units of 2**-53."""
    inverses = []
    for i, pick in enumerate(picks):
        inverse = 1.0 / _middle(start, i, len(picks))
        inverses.append(int(inverse * 2.0**53) + (2 * pick if inverse >= 1.0 else pick))
    return inverses


def _log_rows(inverses: list[int], logs: list[int], bits: int) -> list[tuple[float, float, float, float]]:
    """1/c, log(c), c, and the rest of c."""
    rows = []
    for inverse, log in zip(inverses, logs, strict=True):
        c = (1 << 53) / inverse
        rest = ((1 << 106) - int(c * 2.0**53) * inverse) / (inverse << 53)
        rows.append((inverse / (1 << 53), _rounded(log, bits) / (1 << bits), c, rest))
    return rows


def log_table(start: float) -> list[tuple[float, float, float, float]]:
    """1/c, log(c), c, and the rest of c, for 128 parts of [start, 2 * start)."""
    inverses = _searched(start, _LOG_PICKS)
    return _log_rows(inverses, _logs(inverses, 1 << 53), 43)


def log2_table(start: float) -> list[tuple[float, float, float, float]]:
    """1/c, log2(c), c, and the rest of c, for 64 parts of [start, 2 * start)."""
    inverses = _searched(start, _LOG2_PICKS)
    ln2 = _ln_of_ratio(2, 1)
    rows = _log_rows(inverses, [(log << _BITS) // ln2 for log in _logs(inverses, 1 << 53)], 42)
    # In this one row the published rest of c is not the nearest double but its neighbour.
    inverse, log2_c, c, rest = rows[49]
    rows[49] = (inverse, log2_c, c, rest - 2.0**-107)
    return rows
