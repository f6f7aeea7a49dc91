"""The words of docs/validation.md in its three languages: those that stand in tables; the rest stands in the pages."""

LANGUAGES = {"": "en", ".ru": "ru", ".kk": "kk"}  # what the page's name has, and the language

HEADS = {
    "en": ("case", "formula", "expected", "simulated", "difference"),
    "ru": ("случай", "формула", "по формуле", "в симуляторе", "разница"),
    "kk": ("жағдай", "формула", "формула бойынша", "симуляторда", "айырма"),
}
OTHER_HEADS = {
    "en": ("robot", "greatest difference", "in"),
    "ru": ("робот", "наибольшая разница", "в чём"),
    "kk": ("робот", "ең үлкен айырма", "қайсысында"),
}
DRIVE_HEADS = {
    "en": ("manoeuvre", "way", "apart at the end", "at most", "of the way"),
    "ru": ("манёвр", "путь", "расхождение в конце", "наибольшее", "от пути"),
    "kk": ("маневр", "жол", "соңындағы алшақтық", "ең үлкені", "жолдан"),
}
UNITS = {
    "en": {},
    "ru": {"mm/s": "мм/с", "ms": "мс", "mA": "мА", "mV": "мВ", "mm": "мм", "deg/s": "°/с", "mm/s²": "мм/с²"},
    "kk": {"mm/s": "мм/с", "ms": "мс", "mA": "мА", "mV": "мВ", "mm": "мм", "deg/s": "°/с", "mm/s²": "мм/с²"},
}

FORMULAS = {
    "free-speed": "v = (U − r·(2F/P + i₀) − R·F/P) / k",
    "time-constant": "τ = M·(R + 2d²r) / (P·k)",
    "electrical-constant": "i = U/R·(1 − exp(−t·R/L))",
    "stall-current": "i = (U − r·i₀) / (R + 2r)",
    "sag": "U − V = r·(2i + i₀)",
    "discharge": "U − V = f·Q + r·(2i + i₀)",
    "coasting-way": "s = v²·M / 2F",
    "coasting-time": "t = v·M / F",
    "braking-way": "s = M/c·(v − F/c·ln(1 + c·v/F)), c = D·k/R",
    "sliding-way": "s = v² / (2·0.9·μ·g·w)",
    "turn-rate": "ω = 2v / b",
    "slip-limit": "v²/ρ = μ·g·w",
}
CASES = {
    "free-speed": {"en": "free speed", "ru": "наибольшая скорость", "kk": "ең үлкен жылдамдық"},
    "time-constant": {
        "en": "time constant of gathering speed",
        "ru": "постоянная времени разгона",
        "kk": "үдеудің уақыт тұрақтысы",
    },
    "electrical-constant": {
        "en": "the winding's current after 0.3 ms",
        "ru": "ток обмотки через 0,3 мс",
        "kk": "0,3 мс өткендегі орама тогы",
    },
    "stall-current": {
        "en": "current with both wheels held",
        "ru": "ток, когда оба колеса заторможены",
        "kk": "екі доңғалақ та тоқтатылғандағы ток",
    },
    "sag": {"en": "the battery's sag then", "ru": "просадка батареи при этом", "kk": "сонда батарея кернеуінің түсуі"},
    "discharge": {
        "en": "and after a minute of it",
        "ru": "и через минуту этого",
        "kk": "және осылай бір минут өткенде",
    },
    "coasting-way": {
        "en": "way until it stands, motors off",
        "ru": "путь до остановки, моторы выключены",
        "kk": "тоқтағанша жүрген жолы, моторлар өшірулі",
    },
    "coasting-time": {"en": "and the time", "ru": "и время", "kk": "және уақыты"},
    "braking-way": {
        "en": "way until it stands, windings shorted, tyres that grip",
        "ru": "путь до остановки, обмотки замкнуты, шины держат",
        "kk": "тоқтағанша жүрген жолы, орамалар тұйықталған, шина ұстап тұр",
    },
    "sliding-way": {
        "en": "the same on tyres that slide",
        "ru": "то же, шины скользят",
        "kk": "сол, бірақ шина сырғанайды",
    },
    "turn-rate": {"en": "turning on the spot", "ru": "поворот на месте", "kk": "орнында бұрылу"},
    "slip-limit": {
        "en": "where it begins to slide in a bend",
        "ru": "когда в повороте начинает заносить",
        "kk": "бұрылыста бүйірлеп сырғана бастағанда",
    },
}
DRIVES = {  # in the order of the picture
    "acceleration": {"en": "gathering speed, straight", "ru": "разгон по прямой", "kk": "түзу жолда үдеу"},
    "braking": {"en": "braking", "ru": "торможение", "kk": "тежеу"},
    "arc": {"en": "arc", "ru": "дуга", "kk": "доға"},
    "spin": {
        "en": "turning on the spot (a wheel's way)",
        "ru": "поворот на месте (путь колеса)",
        "kk": "орнында бұрылу (доңғалақ жолы)",
    },
    "s-curve": {"en": "S-curve", "ru": "змейка", "kk": "ирек жол"},
    "slip-start": {
        "en": "start with wheels that spin",
        "ru": "старт с пробуксовкой",
        "kk": "доңғалақ сырғанап қозғалу",
    },
}
