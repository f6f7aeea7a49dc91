# Что печатает marshrut sim после заезда.

summary-task = Задание
summary-variant = Вариант
summary-seed = Зерно
summary-runtime = Исполнитель
summary-robot = Робот
summary-result = Результат
summary-points = Баллы
summary-points-value = { $points } из { $max }
summary-time = Время круга
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-no-time = нет, круг не пройден
summary-distance = Пройдено
summary-distance-value = { $progress_mm } мм из { $lap_mm } мм, { $percent } %
summary-speed = Скорость
summary-speed-value = средняя { $mean } мм/с, наибольшая { $max } мм/с
summary-lost = Линия потеряна
summary-lost-never = ни разу
summary-lost-value = { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с, x = { $x_mm } мм, y = { $y_mm } мм
summary-ended = Конец
summary-check = Проверка
summary-rule = Правило
summary-when = Когда
summary-files = Записано
summary-file-result = результат
summary-file-trace = запись
summary-file-picture = картинка
summary-file-replay = повтор
summary-trace-hash = Хеш записи
summary-simulated = Прошло { NUMBER($time_s, minimumFractionDigits: 1, maximumFractionDigits: 1) } с на часах робота
summary-running = Идёт заезд
summary-passed = да
summary-missed = нет

verdict-pass = Зачёт
verdict-fail = Незачёт
verdict-void = Попытка не засчитана
verdict-disqualified = Дисквалификация
verdict-error = Судить не удалось
summary-printed = Программа напечатала:
summary-printed-last = Программа напечатала ещё { $count ->
    [one] { $count } строку
    [few] { $count } строки
   *[other] { $count } строк
}, а затем:
