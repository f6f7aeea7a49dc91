# Что печатает marshrut sim после заезда.

summary-seed = Зерно
summary-points = Баллы
summary-points-value = { $points } из { $max }
summary-time = Время круга
summary-goal-time = Время
summary-total = со штрафами { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-penalties = штрафы +{ NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-counted = в зачёт идёт { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-cost-time = +{ $time_s } с
summary-cost-points = −{ $points }
summary-place = x { $x_mm }, y { $y_mm } мм
summary-place-of = x и y — где в этот момент была середина оси робота, считая от левого нижнего угла поля.
summary-bout = { $first } против { $second }: { $how }
summary-decided = [{ $rule }, { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта]
summary-scored = последнее — на { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-distance = Пройдено
summary-distance-value = { $progress_mm } мм из { $lap_mm } мм, { $percent } %
summary-speed-value = скорость средняя { $mean } мм/с, наибольшая { $max } мм/с
summary-lost = Линия потеряна
summary-lost-never = ни разу
summary-lost-value = { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения, x = { $x_mm } мм, y = { $y_mm } мм
summary-walls = Столкновение со стеной: { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
summary-robots = Столкновение с другим роботом: { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
summary-objects = Касание предметов: { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
summary-rivals = Роботов на поле: { $count }. Отчёт — о первом: { $name }.
summary-rival = Робот { $number } ({ $name }): { $ended }
summary-rival-ended = { $ended ->
    [program_end] программа закончилась через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
    [time_limit] программа работала до конца отведённого времени: { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
    [stuck] программа застряла в цикле и через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения остановлена.
    [hung] программа перестала отвечать и через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения прервана.
    [memory] программе не хватило памяти платы через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
    [output_cap] программа делала слишком много записей и через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения остановлена.
    [reset_loop] плата слишком часто перезапускалась и через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения остановлена.
   *[other] заезд закончился через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
}
summary-files = Записано
summary-running = Идёт заезд

verdict-bout-goal = Победа
verdict-bout-beaten = Поражение
verdict-bout-draw = Ничья
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
