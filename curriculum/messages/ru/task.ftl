# Задания, как о них рассказывает `marshrut task`.

task-fine = { $task }: задание в порядке. «{ $title }», { $count } { $count ->
    [one] мир
    [few] мира
   *[other] миров
}, самое большее { $points } { $points ->
    [one] балл
    [few] балла
   *[other] баллов
}.
task-fine-each = { $task }: задание в порядке. «{ $title }», { $count } { $count ->
    [one] мир
    [few] мира
   *[other] миров
}, самое большее баллов в мире: { $each }.
task-fine-unjudged = { $task }: задание в порядке. «{ $title }», { $count } { $count ->
    [one] мир
    [few] мира
   *[other] миров
}; судить здесь нечего.

explain-version = версия { $version }
explain-limit = Заезд кончается не позже чем через { $limit_s } с после включения{ $rule }.
explain-robot = Робот на старте: { $sizes }{ $rule }.
explain-robot-length = длина до { $most } мм
explain-robot-width = ширина до { $most } мм
explain-robot-mass = масса до { $most } г
explain-drawn = Мир «{ $title }» для каждого тура рисуется заново (`--round`).
explain-unjudged = Заезды этого задания не судят: здесь можно просто пробовать.
explain-points = Баллы:
explain-check = { $points } — { $when }{ $rule }{ $goal ->
    [yes] {"; "}входит в цель
   *[no] {""}
}
explain-conduct = Что кончает попытку:
explain-breach = { $when } — { $verdict }{ $rule }
explain-verdict-fail = попытка засчитана с набранными баллами
explain-verdict-void = попытка не засчитана
explain-verdict-disqualified = робот дисквалифицирован
explain-ranking = Кто стоит выше, по порядку:
explain-rules = Пункты правил:
explain-ours = наш
explain-penalties = Штрафы:
explain-penalty = { $points ->
    [0] {""}
   *[other] −{ $points }
}{ $s ->
    [0] {""}
   *[other] +{ $s } с
} — { $when }{ $most ->
    [0] {""}
   *[other] {"; "}не больше { $most } раз
}{ $rule }
explain-after = ; только после: { $rules }
explain-at-end = ; считается то, что есть в конце
explain-most = ; не больше { $most }
explain-group = ; из { $checks } считается лучшее
explain-by-attempt = ; по попыткам: { $points }
explain-score = Сумма: не меньше { $floor }{ $cap ->
    [none] {""}
   *[other] {", "}не больше { $cap }
}{ $factor ->
    [none] {""}
   *[other] {", "}затем умножается на { $factor }, если достигнуто «{ $check }»
}.
explain-bout = Два робота. Бой выигрывает тот, кто первым получил баллы по одному из пунктов: { $checks }. { $best ->
    [1] Один бой.
   *[other] Встреча — до { $best } боёв; побеждает тот, кто выиграл больше.
}
explain-attempts = Попыток: { $count }; считается { $counts ->
    [best] лучшая
    [sum] сумма
   *[mean] среднее
}{ $best ->
    [none] {""}
   *[other] {" "}из { $best } лучших
}.
explain-verdict-zero = попытка считается, баллов 0
explain-verdict-max_time = попытка считается с наибольшим временем
explain-by-penalty_ms = { $best ->
    [low] меньше штрафного времени
   *[high] больше штрафного времени
}
explain-by-total_ms = { $best ->
    [low] меньше времени вместе со штрафами
   *[high] больше времени вместе со штрафами
}

when-crossed = передняя часть пересекла линию { $line ->
    [start] старта
   *[finish] финиша после полного круга
}
when-progress = пройдено { $percent } % круга
when-object_out = каждый из предметов «{ $objects }», ни одна часть которого больше не над зоной «{ $zone }»
when-false_start = передняя часть пересекла линию старта до нажатия кнопки
when-moved_early = робот тронулся с места раньше, чем { $delay_s ->
    [0] нажата кнопка
   *[other] прошло { $delay_s } с после нажатия кнопки
}
when-rejoin = робот вернулся на линию больше чем на { $slack_mm } мм дальше того места, где её потерял
when-off_line_for = робот вне линии дольше { $limit_s } с
when-left_field = середина оси робота за краем поля
when-outside = робот целиком вне зоны «{ $zone }» дольше { $limit_s } с
when-way = на кратчайшем пути от зоны «{ $first }» до зоны «{ $last }» { $percent ->
    [1] пройдена первая клетка
   *[other] пройдено { $percent } % клеток
}
when-inside = робот заехал в зону «{ $zone }» { $part ->
    [any] любой частью
    [axle] серединой оси
   *[other] целиком
}
when-stopped_in = робот стоит { $for_s } с в зоне «{ $zone }» { $part ->
    [any] любой частью
    [axle] серединой оси
   *[other] целиком
}
when-idle = робот стоит дольше { $limit_s } с
when-touched = робот задел { $what ->
    [walls] стену
    [robots] соперника
   *[other] предмет{ $objects ->
        [none] {""}
       *[other] {" "}«{ $objects }»
    }
}
when-passed_side = робот прошёл «{ $post }» { $side ->
    [left] слева
   *[other] справа
}
when-object_in = каждый предмет «{ $objects }», который { $part ->
    [any] хотя бы частью
   *[other] целиком
} в зоне «{ $zone }»{ $released ->
    [1] , а робот его не касается
   *[other] {""}
}
when-object_moved = каждый предмет «{ $objects }», сдвинутый больше чем на { $beyond_mm } мм
when-object_fallen = каждый упавший предмет «{ $objects }»
when-rival_outside = соперник { $part ->
    [any] любой частью
    [axle] серединой оси
   *[other] целиком
} вне зоны «{ $zone }»
when-rival_moved_early = соперник тронулся с места раньше, чем через { $delay_s } с после нажатия кнопки
when-caught = робот подошёл к сопернику на { $gap_mm } мм
when-nearer = когда время вышло, робот ближе соперника к середине зоны «{ $zone }»{ $by_mm ->
    [0] {""}
   *[other] {" "}(разница больше { $by_mm } мм)
}
when-called = так решил судья
when-scored = программа подсчёта находит: «{ $so }»

explain-by-points = { $best ->
    [high] у кого больше баллов
   *[low] у кого меньше баллов
}
explain-by-time_ms = { $best ->
    [low] кто дошёл до цели за меньшее время
   *[high] кто дошёл до цели за большее время
}
explain-by-scored_ms = { $best ->
    [low] кто раньше прошёл последнюю из своих проверок
   *[high] кто позже прошёл последнюю из своих проверок
}
explain-by-progress_time_ms = { $best ->
    [low] кто быстрее дошёл до самого дальнего места
   *[high] кто медленнее дошёл до самого дальнего места
}
explain-by-progress_mm = { $best ->
    [high] кто прошёл по линии больше
   *[low] кто прошёл по линии меньше
}
explain-by-progress_percent = { $best ->
    [high] кто прошёл большую долю круга
   *[low] кто прошёл меньшую долю круга
}
explain-by-lap_mm = { $best ->
    [high] у кого круг длиннее
   *[low] у кого круг короче
}
explain-by-lost_count = { $best ->
    [low] кто реже терял линию
   *[high] кто чаще терял линию
}
explain-by-off_line_ms = { $best ->
    [low] кто меньше времени был вне линии
   *[high] кто больше времени был вне линии
}
explain-by-max_speed_mm_s = { $best ->
    [high] у кого выше наибольшая скорость
   *[low] у кого ниже наибольшая скорость
}
explain-by-mean_speed_mm_s = { $best ->
    [high] у кого выше средняя скорость
   *[low] у кого ниже средняя скорость
}

# Почему запись заезда не читается.

trace-missing = Нет записи заезда { $file }, которую можно было бы прочитать.
    .try = дать файл trace.jsonl, который записала `marshrut sim --out`.
trace-no-header = { $file } — не запись заезда: первая строка не говорит, что это был за заезд.
    .try = дать файл trace.jsonl, который записала `marshrut sim --out`.
trace-format = У записи { $file } формат { $got }; эта версия читает { $schema }.
    .try = судить её той версией Marshrut, которая её сделала.
trace-record = Строка { $line } записи заезда написана не так, как нужно.
    .try = взять файл таким, каким он был записан, или повторить заезд.
trace-gap = В записи заезда робота { $robot } после { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с пропуск или скачок назад.
    .try = взять файл таким, каким он был записан, или повторить заезд.

# Matches.

match-bout = Бой { $number }: { $how }
match-won = Встречу выиграл { $name }, { $won }:{ $lost }.
match-drawn = Встреча закончилась вничью, { $won }:{ $lost }.
match-no-bout = В задании { $task } нет боёв двух роботов.
    .try = взять задание с таблицей [bout], например sumo-15.

# Who stands where.

rank-points = баллов { $points }
rank-nothing = ни одна попытка не считается
rank-unjudged = В задании { $task } ничего не судят, и ставить по порядку нечего.
    .try = взять задание с [[ranking]].
rank-names = Двух роботов зовут одинаково.
    .try = назвать папки по-разному.
rank-empty = В папке { $folder } нет записей заездов.
    .try = дать папку, в которую писал `marshrut sim --out`.
rank-many = В папке { $folder } записей { $count }, а попыток по правилам { $most }.
    .try = оставить записи тех попыток, что идут в счёт.
rank-by-time_ms = время { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-penalty_ms = штраф { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-total_ms = время со штрафами { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-scored_ms = последняя проверка пройдена через { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-progress_time_ms = до самого дальнего места { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-progress_mm = по линии { $value } мм
rank-by-progress_percent = { $value } % круга
rank-by-lap_mm = длина круга { $value } мм
rank-by-lost_count = { $value ->
    [0] линия ни разу не потеряна
    [one] линия потеряна { $value } раз
    [few] линия потеряна { $value } раза
   *[other] линия потеряна { $value } раз
}
rank-by-off_line_ms = вне линии { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-max_speed_mm_s = наибольшая скорость { $value } мм/с
rank-by-mean_speed_mm_s = средняя скорость { $value } мм/с
rank-differ = Заезды { $first } и { $other } сравнить нельзя: { $what ->
    [variant] их миры — «{ $a }» и «{ $b }»
    [round] их туры — { $a } и { $b }
   *[profile] разброс у них разный — { $a } и { $b }
}.
    .try = оставить заезды, проведённые в одинаковых условиях.
rank-twice = { $first } и { $other } — один и тот же заезд.
    .try = оставить одну из записей, а попытку проводить с другим --seed.
rank-programs = В папке { $folder } заезды разных программ: { $programs }.
    .try = дать каждому роботу свою папку и перечислить папки в команде; после встречи скопировать туда бои, в которых он первый.

# A new task.

task-new-done = Задание лежит в { $folder }, пока точно такое же, как { $like }. Дальше: поменять тексты, правила и миры, потом `marshrut task check { $typed }`.
task-new-name = Имя «{ $name }» не подходит.
    .try = взять строчные латинские буквы, цифры и дефис, первой — букву.
task-new-there = Папка { $folder } уже есть.
    .try = дать другое имя.
task-new-taken = Задание или урок «{ $name }» уже есть в каталоге, и `--task { $name }` значило бы его.
    .try = дать другое имя.
