# Жүрістен кейін marshrut sim не жазады.

summary-task = Тапсырма
summary-variant = Нұсқа
summary-seed = Бастапқы сан
summary-runtime = Орындаушы
summary-robot = Робот
summary-result = Нәтиже
summary-points = Ұпай
summary-points-value = { $max } ұпайдан { $points }
summary-time = Айналым уақыты
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-no-time = жоқ, айналым аяқталмады
summary-distance = Жүрген жолы
summary-distance-value = { $lap_mm } мм жолдың { $progress_mm } мм, { $percent } %
summary-speed = Жылдамдық
summary-speed-value = орташа { $mean } мм/с, ең үлкені { $max } мм/с
summary-lost = Сызықтан айырылды
summary-lost-never = бірде-бір рет емес
summary-lost-value = { $count } рет, алғаш рет { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта, x = { $x_mm } мм, y = { $y_mm } мм
summary-ended = Соңы
summary-check = Тексеру
summary-rule = Ереже
summary-when = Қашан
summary-files = Сақталды
summary-file-result = нәтиже
summary-file-trace = жазба
summary-file-picture = сурет
summary-file-replay = қайта көру
summary-trace-hash = Жазба хеші
summary-simulated = Робот сағатымен { NUMBER($time_s, minimumFractionDigits: 1, maximumFractionDigits: 1) } с өтті
summary-running = Жүріс өтіп жатыр
summary-passed = иә
summary-missed = жоқ

verdict-pass = Өтті
verdict-fail = Өтпеді
verdict-void = Талпыныс есепке алынбады
verdict-disqualified = Жарыстан шеттетілді
verdict-error = Бағалау мүмкін болмады
summary-printed = Бағдарлама шығарған мәтін:
summary-printed-last = Бағдарлама бұдан бұрын тағы { $count } жол шығарған, соңғысы:
