### replay.html бетінің және picture.png суретінің сөздері. Қысқа: көбі батырмалар мен белгілерде тұрады.

replay-language = Қазақша
replay-title = Жүрісті қайта көру
replay-play = Ойнату
replay-pause = Кідірту
replay-step-back = Бір қадам артқа
replay-step-forward = Бір қадам алға
replay-to-start = Басына
replay-to-end = Соңына
replay-rate = Көрсету жылдамдығы
replay-timeline = Уақыт шкаласы
replay-zoom-in = Үлкейту
replay-zoom-out = Кішірейту
replay-fit = Бүкіл алаң
replay-follow = Роботтың соңынан
replay-follow-hint = Роботты ортада ұстау
replay-keys = Пернелер
replay-close = Жабу
replay-key-name-space = Бос орын
replay-key-space = ойнату немесе кідірту
replay-key-arrows = бір қадам, 20 мс
replay-key-shift-arrows = бір секунд
replay-key-home-end = басы, соңы
replay-key-brackets = баяуырақ, жылдамырақ
replay-key-events = алдыңғы, келесі оқиға
replay-key-view = бүкіл алаң, роботты қадағалау
replay-key-zoom = үлкейту, кішірейту
replay-key-sound = дыбысты қосу немесе өшіру
replay-key-robots = роботты таңдау
replay-mat-hint = Робот жолын шерткенде сол сәт көрінеді. Алаңды тінтуірмен жылжытуға болады, оның дөңгелегі масштабты өзгертеді.

replay-output = Программа не шығарды
replay-output-tab = Шығару
replay-output-empty = Программа ештеңе шығарған жоқ.
replay-output-none-yet = Әзірге ештеңе шығарылған жоқ.
replay-output-cut = Программа тым көп мәтін шығарды: мұнда тек басы сақталған.
replay-events = Оқиғалар
replay-result = Нәтиже
replay-plots-closer = Аз уақытты көрсету
replay-plots-wider = Көп уақытты көрсету
replay-close-up = Датчиктердің астында
replay-parts = Дисплейлер, шамдар, сервожетектер мен зуммерлер не істеп тұр
replay-sound = Зуммердің дыбысы
replay-sensors = Сызық датчиктері
replay-sensors-hint = Датчиктің асты неғұрлым қара болса, сан соғұрлым үлкен
replay-voltage = Кернеу
replay-current = Ток
replay-speed = Жылдамдық
replay-battery = Батарея
replay-heading = Бағыты
replay-position = Орны
replay-left = сол жақ
replay-right = оң жақ
replay-slip = доңғалақ сырғып тұр
replay-decimal = ,
replay-seconds = с
replay-volts = В
replay-milliamps = мА
replay-mm-per-s = мм/с
replay-mm = мм
replay-metres = м
replay-hertz = Гц

replay-task = Тапсырма
replay-variant = Нұсқа
replay-seed = Бастапқы сан
replay-runtime = Интерпретатор
replay-program = Программа
replay-robot = { $number }-робот: { $name }
replay-robots = Қай роботтың датчиктері, графиктері мен шығарған мәтіні көрсетіліп тұр
replay-program-line = программаның { $line }-жолы
replay-duration = Жүріс ұзақтығы
replay-trace = Жазба
replay-points = Ұпай
replay-points-of = { $points } / { $max }
replay-rule = Ереже
replay-check = Не тексерілді
replay-go = Осы сәтті көрсету

replay-mark-start = Старт
replay-mark-finish = Мәре
replay-mark-scored = Ұпай алынды
replay-mark-penalty = Айыппұл
replay-mark-lost = Сызық жоғалды
replay-mark-regained = Сызыққа қайта түсті
replay-mark-press = Батырма басылды
replay-mark-release = Батырма босатылды
replay-mark-callback_error = Өңдеуіштегі қате
replay-mark-task_error = asyncio тапсырмасындағы қате
replay-mark-reset = Программа платаны қайта қосты
replay-mark-fault = Бұзылды
replay-mark-brown_out = Қорек кернеуі түсіп, плата қайта қосылды
replay-mark-restarted = Плата қайта қосылды
replay-mark-wall = Қабырғаға соғылды
replay-mark-robot = Басқа роботқа соғылды
replay-mark-object = Затқа тиді
replay-mark-end = Жүрістің соңы
replay-rival-ended = { $ended ->
    [program_end] Программа аяқталды
    [program_error] Программа қатеден тоқтады
    [stuck] Программа циклден шыға алмай қалып, тоқтатылды
    [time_limit] Уақыт бітті
   *[other] Роботтың жүрісі аяқталды
}

replay-chip-ssd1306 = Дисплей
replay-chip-ws2812 = Шамдар
replay-chip-sg90 = Сервожетек
replay-chip-buzzer = Зуммер
replay-chip-hc-sr04 = Ультрадыбыстық қашықтық датчигі
replay-chip-vl53l0x = Лазерлік қашықтық датчигі
replay-chip-tcs34725 = Түс датчигі
replay-chip-bump-switch = Соқтығысу датчигі

picture-x = x, мм
picture-y = y, мм
picture-speed = Жылдамдық, мм/с
picture-start = Старт
picture-finish = Мәре
picture-end = Соңы
picture-lost = Сызық жоғалды
picture-more = тағы { $count }
picture-sensors = Датчиктер өткен жер
picture-clock = Қосылғаннан кейінгі секундтар
picture-touch = Жанасу
picture-moved = Зат жылжыған жол
picture-beyond = Суретке сыймай кетті
picture-seconds = { $value } с
picture-until = { $value } с дейін
picture-tones = ойналған тон саны: { $count }
picture-variant = { $value } нұсқасы
picture-seed = бастапқы сан { $value }
