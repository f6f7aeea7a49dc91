# `marshrut robot` командасы: робот файлынан не шығады.

robot-unknown = «{ $name }» деген робот жоқ; барлары: { $known }.
    .try = тізімдегі роботты не аты .toml деп аяқталатын файлды атау.
robot-unknown-near = «{ $name }» деген робот жоқ. Бәлкім, «{ $near }» болар?

sheet-title = { $id }, { $board } платасы: { $state ->
        [0] файл оқылады, бірақ мұндай робот іске қосылмайды.
        [1] файл оқылады, бірақ мұндай робот орнынан қозғалмайды.
       *[other] файл дұрыс.
    }
sheet-part-motor = Әр мотор жеке, доңғалақ ауада, батарея { $volts } В
sheet-part-left-motor = Сол жақ мотор жеке, доңғалақ ауада, батарея { $volts } В
sheet-part-right-motor = Оң жақ мотор жеке, доңғалақ ауада, батарея { $volts } В
sheet-part-drive = Робот алаңда
sheet-part-turn = Бұрылыс
sheet-part-counts = Айналым датчиктері
sheet-part-battery = Толық батарея

sheet-free-speed = бос айналу жылдамдығы
sheet-free-speed-is = { $rpm } айн/мин ({ $deg_s } °/с)
sheet-free-current = бос айналу тогы
sheet-free-current-is = { $ma } мА
sheet-stall-torque = тоқтатылған біліктегі момент
sheet-stall-torque-is = { $mnm } мН·м ({ $kg_cm } кг·см)
sheet-stall-current = тоқтатылған мотордың тогы
sheet-stall-current-is = { $a } А
sheet-electrical = электрлік уақыт тұрақтысы
sheet-electrical-is = { $ms } мс
sheet-top-speed = ең үлкен жылдамдық
sheet-top-speed-is = { $mm_s } мм/с
sheet-time-constant = үдеудің уақыт тұрақтысы
sheet-time-constant-is = { $ms } мс: шина сырғанамаса, осы уақытта жылдамдықтың 63 %-ы жиналады
sheet-motors = мотор күші жететін үдеу
sheet-motors-is = { $m_s2 } м/с²
sheet-tyres = шина ұстап тұратын үдеу мен тежелу
sheet-tyres-is = { $m_s2 } м/с²
sheet-slip-duty = орнынан қозғалғанда шина сырғанайды
sheet-slip-duty-is = { $slips ->
        [0] ешқашан
       *[other] { $percent } %-дан артық берілсе
    }
sheet-least-duty = робот орнынан қозғалады
sheet-least-duty-is = { $moves ->
        [0] ешқашан
       *[other] { $percent } %-дан бастап
    }
sheet-brake = осы жылдамдықтан тежегендегі жолы
sheet-brake-is = { $stands ->
        [0] тоқтамайды
       *[other] { $mm } мм
    }
sheet-coast = осы жылдамдықтан өздігінен домалап тоқтау жолы
sheet-coast-is = { $stands ->
        [0] тоқтамайды
       *[other] { $mm } мм
    }
sheet-turn-rate = орнында бұрылу, ең жылдамы
sheet-turn-rate-is = { $deg_s } °/с
sheet-radius = ең үлкен жылдамдықтағы ең тік бұрылыс
sheet-radius-is = радиусы { $mm } мм; одан тік болса, робот бүйірлеп сырғанайды
sheet-tip = аударылу
sheet-tip-is = ауырлық центрі білік пен шарлы тіреуіш арасының { $percent } %-ынан биік болса
sheet-counts-mm = жолдың бір миллиметріне
sheet-counts-mm-is = { $counts } санақ; бір санақ — { $mm } мм
sheet-counts-deg = орнында бұрылудың бір градусына
sheet-counts-deg-is = { $counts } санақ; бір санақ — { $deg }°
sheet-battery-rest = робот тұрса, жетеді
sheet-battery-rest-is = { $minutes } минутқа
sheet-battery-drive = ең үлкен жылдамдықпен жүрсе
sheet-battery-drive-is = { $minutes } минутқа
sheet-battery-stalled = екі мотор да тоқтатылса
sheet-battery-stalled-is = { $minutes } минутқа; кернеу { $volts } В-қа дейін түседі

sheet-hint-idle = Плата іске қосылмайды: `idle_ma` = { $ma } мА болғанда `open_circuit_v` = { $full } В батарея { $volts } В береді, ал кернеу `brown_out_v` = { $least } В-тан төмен болса, плата қайта қосылады.
    .try = `[battery]` кестесіндегі осы кілттерді және `resistance_ohm` мәнін тексеру.
sheet-hint-heavy = `mass_g` = { $got } — бұл { $kg } кг; мұндай моторлармен роботтың жылдамдығы секундына { $m_s2 } м/с-қа артады.
    .try = граммен жазылатын `mass_g` мәнін және `[motors]` кілттерін тексеру.
sheet-hint-inertia = `inertia_kg_cm2` = { $got } бұл роботқа сай келмейді: массасы контуры бойынша біркелкі таралса, шамамен { $even } кг·см² болар еді.
    .try = өлшем бірліктерін, сондай-ақ `mass_g` мен `outline_mm` мәндерін тексеру: 1 кг·м² — бұл 10 000 кг·см².
sheet-hint-weak = Мұндай моторлар бұл роботты орнынан қозғай алмайды: үйкеліс олардың күшінен артық.
    .try = доңғалақтың бір айналымына мотордың неше айналымы келетінін көрсететін `gear_ratio` мәнін, `friction_mnm` мәнін және мотордың сандарын тексеру.
sheet-hint-slip = Жылдамдықты бірте-бірте арттыр: бірден { $percent } %-дан артық берілсе, доңғалақ бос айналып, айналым датчигі жүрілмеген жолды санайды.
sheet-hint-driver = { $driver } драйвері ұзақ уақыт { $bears } А көтереді, ал тоқтатылған мотор { $stall } А алады: доңғалақты ток астында ұстама.
sheet-hint-resets = Екі мотор да тоқтатылса, кернеу { $volts } В-қа дейін түседі, ал { $least } В-тан төмен болса, плата қайта қосылады.

draw-kind = Суретті «{ $name }» деп сақтауға болмайды; файл атының соңы мыналардың бірі: { $known }.
draw-written = Сурет: { $file }
draw-scale = үстінен қарағанда, A4 парағында { $scale } · { $board } платасы
draw-mm = { $mm } мм
draw-ahead = алға
draw-pin = шықпа
draw-device = не қосылған
draw-left-motor = сол жақ мотор
draw-right-motor = оң жақ мотор
draw-encoder = айналым датчигі, { $phase } фазасы
draw-wire = { $pin } шықпасына баратын сым
draw-gripper = қысқыш ({ $servo })
