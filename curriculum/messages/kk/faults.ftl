# Сабақ қосатын ақаулар және оларды жазудағы қателер.

summary-faults = Қосылған ақаулар
summary-faults-hidden = Қосылған ақаулар: көрсетілмейді
fault-cable-off = кабелі ажыраған: { $device }
fault-dead = істемейді: { $device }
fault-jammed = доңғалағы қысылып қалған: { $device }
fault-swapped-motors = моторлардың кабельдері ауысып кеткен
fault-reversed = сымдары керісінше қосылған: { $device }
fault-weak-battery = батарея әлсіз, { $value } В
fault-noisy-adc = АЦТ шуы × { $value }
fault-brown-out = қорек кернеуі түсіп кетеді
fault-ctrl-c = Ctrl-C басылады
fault-stuck-closed = басылып қалған: { $device }
fault-stuck-open = тұйықталмайды: { $device }
fault-from = { $what } — { $time_s } секундтан бастап
fault-at = { $what } — { $time_s } секундта
fault-part-left = сол жақ мотор
fault-part-right = оң жақ мотор
fault-part-left-encoder = сол жақ мотордың энкодері
fault-part-right-encoder = оң жақ мотордың энкодері
summary-brown-outs = Платаға кернеу жетпеді: ол { $count } рет қайта қосылды, алғаш рет — { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.
summary-restarts = Плата { $count } рет қайта қосылды, алғаш рет — { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.

fault-form = Ақау былай жазылады: ТҮР[:ҚҰРЫЛҒЫ][@СЕКУНД][=МӘН].
    .try = мысалы, --fault cable-off:line3 деп жазу.
fault-unknown = «{ $name }» деген ақау жоқ. Барлары: { $known }.
fault-unknown-near = «{ $name }» деген ақау жоқ. Мүмкін, «{ $near }» шығар?
fault-needs = Бұл ақау үшін { $part ->
        [device] `:` белгісінен кейін құрылғы керек
       *[time] `@` белгісінен кейін секундпен уақыт керек
    }.
    .try = мысалы, --fault { $example } деп жазу.
fault-takes-no = Бұл ақаудың жазуында { $part ->
        [device] құрылғы
        [time] уақыт
       *[value] мән
    } болмайды.
    .try = осы бөлігін алып тастау.
fault-value = { $key ->
        [at_s] `@` белгісінен кейін 0-ден 3600-ге дейінгі секунд жазылады.
        [volts] `=` белгісінен кейін 1-ден 60-қа дейінгі вольт жазылады.
        [times] `=` белгісінен кейін шудың неше есе күшті екені жазылады: 1-ден 100-ге дейін.
       *[contact] `=` белгісінен кейін `closed` (тұйық) немесе `open` (ажыратық) жазылады.
    }
fault-value-comma = Мұнда бөлшек үтірмен емес, нүктемен жазылады: «{ $given }».
    .try = { $point } деп жазу.
fault-device = Роботта бұл ақау болатын «{ $name }» жоқ. Барлары: { $known }.
fault-device-near = Роботта «{ $name }» жоқ. Мүмкін, «{ $near }» шығар?
fault-twice = Бұл «{ $other }» дегенмен бірге бола алмайды.
    .try = екеуінің бірін ғана қалдыру.
fault-strong = Бұл роботтың батареясында жүктемесіз { $volts } В бар; әлсіз батареяда бұдан артық болмайды.
    .try = аздау вольт жазу.
