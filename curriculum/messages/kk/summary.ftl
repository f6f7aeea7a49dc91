# Жүрістен кейін marshrut sim не жазады.

summary-seed = Бастапқы сан
summary-points = Ұпай
summary-points-value = { $max } ұпайдан { $points }
summary-time = Айналым уақыты
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-distance = Жүрген жолы
summary-distance-value = { $lap_mm } мм-ден { $progress_mm } мм, { $percent } %
summary-speed-value = орташа { $mean } мм/с, ең үлкені { $max } мм/с
summary-lost = Сызықтан айырылды
summary-lost-never = бірде-бір рет емес
summary-lost-value = { $count } рет, алғаш рет { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта, x = { $x_mm } мм, y = { $y_mm } мм
summary-files = Сақталды
summary-running = Жүріс өтіп жатыр

verdict-pass = Өтті
verdict-fail = Өтпеді
verdict-void = Талпыныс есепке алынбады
verdict-disqualified = Жарыстан шеттетілді
verdict-error = Бағалау мүмкін болмады
summary-printed = Бағдарлама шығарған мәтін:
summary-printed-last = Бағдарлама бұдан бұрын тағы { $count } жол шығарған, соңғысы:
