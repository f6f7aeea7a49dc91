# Что судья говорит о каждой проверке. Время — в секундах, путь — в миллиметрах.

judge-start-so = Передняя часть робота пересекла линию старта через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
judge-start-not = Робот не доехал до линии старта.
judge-start-not-still = Робот не сдвинулся с места.
judge-start-not-backward = Робот поехал в обратную сторону и линию старта не пересёк.
judge-progress-so = { $percent } % круга пройдено за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
judge-progress-not = До { $percent } % круга робот не дошёл: пройдено { $reached } %.
judge-finish-so = Финиш: весь круг пройден за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
judge-finish-not = До финиша робот не дошёл: пройдено { $reached } % круга.

judge-false-start-not = Фальстарта не было.
judge-false-start-so = Фальстарт: робот пересёк линию старта за { $early_s } с до нажатия кнопки.
judge-rejoin-not = Робот не срезал путь.
judge-rejoin-so = Робот срезал путь: вернулся на линию на { $ahead_mm } мм дальше того места, где её потерял. Допускается { $slack_mm } мм.
judge-off-line-for-not = { $count ->
    [0] Робот не терял линию.
    [one] Робот потерял линию { $count } раз, но не дольше разрешённого.
    [few] Робот потерял линию { $count } раза, но не дольше разрешённого.
   *[other] Робот потерял линию { $count } раз, но не дольше разрешённого.
}
judge-off-line-for-so = Робот был вне линии дольше { $limit_s } с.
judge-left-field-not = Робот оставался на поле.
judge-left-field-so = Робот выехал за край поля.
judge-object-out-so = «{ $name }» целиком вне зоны через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-object-out-not = «{ $name }» всё ещё в зоне: до выхода наружу не хватило { $short_mm } мм.
judge-moved-early-not = Робот не тронулся с места до нажатия кнопки.
judge-moved-early-so = Робот тронулся с места за { $early_s } с до нажатия кнопки.
judge-outside-not = Робот ни разу не был целиком вне зоны дольше { $limit_s } с (самое долгое — { $longest_s } с).
judge-outside-so = Робот был целиком вне зоны дольше { $limit_s } с.
judge-time-limit-so-counted = За { $limit_s } с робот не закончил: сделано { $done } из { $of }.
judge-time-limit-not = Заезд занял { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с из { $limit_s } с.
judge-time-limit-so = За { $limit_s } с робот не закончил: пройдено { $reached } % круга.

judge-inside-so = Робот заехал в зону «{ $zone }» через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-inside-not = { $part ->
    [all] { $over ->
        [0] Робот не заехал в зону «{ $zone }»: в конце до неё оставалось { $away_mm } мм.
       *[other] Робот не весь в зоне «{ $zone }»: в конце он выступал за её край на { $out_mm } мм.
    }
   *[other] { $short_mm ->
        [0] Робот побывал в зоне «{ $zone }», но в конце стоял не в ней: до неё { $away_mm } мм.
       *[other] Робот не заехал в зону «{ $zone }»: ближе всего до неё оставалось { $short_mm } мм.
    }
}
judge-stopped-in-so = Робот остановился в зоне «{ $zone }» через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-stopped-in-not = { $how ->
    [short] Робот простоял в зоне «{ $zone }» самое долгое { $rested_s } с, а нужно { $for_s } с.
    [passed] Робот был в зоне «{ $zone }», но не остановился там.
    [out] Робот встал в зоне «{ $zone }» не целиком: в конце он выступал на { $out_mm } мм.
   *[away] Робот не остановился в зоне «{ $zone }»: { $part ->
        [axle] в конце от середины его оси до неё было { $away_mm } мм{ $short_mm ->
            [0] {""}
           *[other] , а ближе всего { $short_mm } мм
        }
       *[other] в конце до неё было { $away_mm } мм
    }.
}
judge-idle-so = Робот стоял дольше { $limit_s } с.
judge-idle-not = Робот ни разу не стоял дольше { $limit_s } с.
judge-touched-so = { $what ->
    [wall] Робот задел стену через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
    [robot] Робот задел соперника через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
   *[other] Робот задел «{ $name }» через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
}
judge-touched-not = { $what ->
    [wall] Робот не задел ни одной стены.
    [robot] Робот не задел соперника.
   *[other] Робот не задел предметов.
}
judge-not-yet = Это считается только после выполнения { $rules }, а до этого не дошло.
judge-way-so = Через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта пройдено { $wanted } из { $count } клеток кратчайшего пути от «{ $first }» до «{ $last }».
judge-way-not = Пройдено { $reached } из { $count } клеток кратчайшего пути от «{ $first }» до «{ $last }», а нужно { $wanted }.
judge-passed-side-so = Робот прошёл «{ $post }» { $side ->
    [left] слева
   *[other] справа
}.
judge-passed-side-not = Робот не прошёл «{ $post }» { $side ->
    [left] слева
   *[other] справа
}.
judge-object-in-so = «{ $name }» в зоне «{ $zone }» через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-object-in-not = «{ $name }» не в зоне «{ $zone }»: до неё { $short_mm } мм.
judge-object-moved-so = «{ $name }» сдвинут на { $moved_mm } мм.
judge-object-moved-not = Предмет сдвинут не дальше чем на { $beyond_mm } мм.
judge-object-fallen-so = «{ $name }» упал через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-object-fallen-not = Предмет стоит.
judge-rival-outside-so = Соперник оказался вне зоны через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-rival-outside-not = Соперник остался в зоне.
judge-rival-moved-early-so = Соперник тронулся с места на { $early_s } с раньше, чем можно.
judge-rival-moved-early-not = Соперник не тронулся с места раньше времени.
judge-caught-so = Робот догнал соперника через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта.
judge-caught-not = Робот не догнал соперника.
judge-nearer-so = Когда время вышло, робот был ближе к середине: { $own_mm } мм против { $other_mm } мм у соперника.
judge-nearer-not = По расстоянию робот не победил: до середины ему { $own_mm } мм, сопернику { $other_mm } мм.
judge-called-so = Так решил судья.
judge-called-not = Судья этого не объявлял.
judge-scored-so = { $ru }
judge-scored-not = { $ru }

mark-start = Старт: время пошло.
mark-progress = { $percent } % круга за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-finish = Финиш: { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-lost = Линия потеряна на { $percent } % круга.
mark-regained = Через { NUMBER($off_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с робот снова на линии.

# Чем кончился заезд.

ended-goal = Робот дошёл до финиша.
ended-time_limit = Время вышло, а робот ещё не закончил: пройдено { $reached } % пути.
    .try = посмотреть в повторе, где робот теряет время.
ended-program_end = Программа закончилась раньше финиша: пройдено { $reached } % пути.
    .try = посмотреть, что делает последняя строка и дожидается ли программа робота. После последней строки моторы `rover` выключаются; свои таймеры и прерывания работают дальше.
ended-program_error = Программа остановилась из-за ошибки { $cls }{ $line ->
        [0] {""}
       *[other] {" "}в строке { $line }
    }.
ended-program_error-inside = Программа остановилась из-за ошибки { $cls }: { $place }.
ended-stuck = Программа застряла в цикле{ $line ->
        [0] {""}
       *[other] {" "}в строке { $line }
    }: уже 5 секунд она ничего не просит у робота.
    .try = проверить, когда этот цикл кончается, или добавить в него паузу.
ended-off_line = Робот был вне линии дольше { $limit_s } с.
    .try = посмотреть в повторе момент, когда потеряна линия.
ended-shortcut = Робот вернулся на линию на { $ahead_mm } мм дальше того места, где её потерял. Допускается { $slack_mm } мм.
    .try = возвращаться туда, где потеряна линия.
ended-false_start = Фальстарт: робот пересёк линию старта за { $early_s } с до нажатия кнопки.
    .try = в начале программы дождаться нажатия кнопки.
ended-out_of_field = Робот выехал за край поля.
    .try = останавливать робота, когда потеряна линия.
ended-out_of_field-counted = Робот выехал за край поля.
    .try = посмотреть на картинке, куда робот повернул и сколько проехал.
ended-goal-counted = Цель достигнута: сделано { $done } из { $of }.
ended-time_limit-counted = Время вышло, а робот ещё не закончил: сделано { $done } из { $of }.
    .try = посмотреть в повторе, где робот теряет время.
ended-program_end-counted = Программа закончилась раньше, чем цель была достигнута: сделано { $done } из { $of }.
    .try = посмотреть ниже на первую строку с ✗: там сказано, чего не хватает.
ended-moved_early = Фальстарт: робот тронулся с места за { $early_s } с до нажатия кнопки.
    .try = в начале программы подождать нажатия кнопки.
ended-outside = Робот был целиком вне зоны дольше { $limit_s } с.
    .try = повернуть назад, как только датчики увидят границу.
ended-goal-rival-outside = Победа: соперник вытолкнут.
ended-goal-rival-moved-early = Победа: соперник тронулся с места раньше времени.
ended-goal-nearer = Победа: когда время вышло, робот был ближе к середине ({ $own_mm } мм против { $other_mm } мм).
ended-goal-caught = Победа: соперник пойман.
ended-goal-forfeit = Победа: программа соперника остановлена, она сделала то, чего программе нельзя.
ended-beaten-rival-outside = Поражение: робот вытолкнут.
ended-beaten-rival-moved-early = Поражение: робот тронулся с места на { $early_s } с раньше, чем можно.
ended-beaten-nearer = Поражение: когда время вышло, соперник был ближе к середине ({ $own_mm } мм против { $other_mm } мм).
ended-beaten-caught = Поражение: соперник догнал робота.
ended-draw = Ничья.
course-no-rival = Правила говорят о сопернике, а робот здесь один.
    .try = добавить в файл задачи таблицу [bout].
bout-robots = В этом задании два робота, а программ — { $count }.
    .try = дать две программы: своего робота и соперника.
ended-hung = Программа перестала отвечать, и заезд прерван. О самой программе это ничего не говорит.
    .try = запустить ещё раз, закрыв другие программы.
ended-output_cap = Программа делала слишком много записей, и заезд остановлен{ $line ->
        [0] {""}
       *[other] {" "}в строке { $line }
    }.
    .try = печатать и переключать выводы реже.
ended-memory = Программе не хватило памяти платы{ $line ->
        [0] {""}
       *[other] {" "}в строке { $line }
    }.
    .try = хранить меньше данных одновременно.

# Как кончается задание, которое не судят, когда всё в порядке.

ended-program_end-unjudged = Программа закончилась через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
ended-time_limit-unjudged = Программа проработала { NUMBER($time_s, maximumFractionDigits: 2) } с, до конца отведённого времени, и остановлена.

# Почему запись заезда нельзя судить.

trace-unfinished = Запись заезда обрывается: в ней нет конца.
    .try = провести заезд ещё раз.
trace-other-task = Этот заезд проведён по заданию «{ $run_task }», по заданию «{ $task }» его судить нельзя.
    .try = назвать то задание, по которому шёл заезд.
trace-other-version = Этот заезд проведён по другой версии задания «{ $task }» или с другим роботом.
    .try = взять ту версию задания и того робота, с которыми шёл заезд.
trace-other-world = Этот заезд проведён в файле мира, с другим роботом или по другой версии задания «{ $task }».
    .try = назвать файл мира после --task или робота после --robot.
trace-other-round = Мир в этой записи — не тот, который рисует тур { $round } варианта «{ $variant }».
    .try = взять запись такой, какой её оставил запуск.
trace-other-fields = В записи заезда не те величины, которых ждёт судья.
    .try = провести заезд этой версией Marshrut.
trace-disagrees = В записи стоит конец «{ $ended }», но по правилам судья его не видит.
    .try = проверить, что запись не меняли, или сообщить нам об ошибке.
course-no-line = В этом мире нет замкнутой линии «{ $path }», а задание проходит по ней.
course-no-zone = В этом мире нет зоны «{ $zone }», а правила задания говорят о ней.
    .try = сверить `zone` в файле задания с миром.
course-no-cell = Зона «{ $zone }» — не квадрат, а правила задания считают путь клетками её размера.
    .try = дать ей углы клетки.
course-no-way = В этом мире нет пути от зоны «{ $first }» до зоны «{ $last }».
    .try = посмотреть, не закрыт ли он стенками и две ли это клетки — `first` и `last`.
course-no-object = В этом мире нет предметов, чьи имена начинаются с «{ $objects }», а правила задания говорят о них.
    .try = сверить `objects` в файле задания с миром.
course-start-beyond = Робот на старте «{ $start }» уже стоит за линией старта.
    .try = отодвинуть старт назад.
ended-broken_protocol = Программа вмешалась в свою связь с симулятором, и заезд остановлен.
    .try = оставить в программе только модули платы: без sys.modules и без имён, которые начинаются с «_».
ended-reset_loop = Плата перезапустилась больше 20 раз, и заезд остановлен.
    .try = найти, где программа вызывает machine.reset() или deepsleep(); если нигде, проверить напряжение батареи.
ended-reset_loop-supply = Плате не хватило напряжения: она перезапустилась больше 20 раз, и заезд остановлен.
    .try = проверить батарею (`open_circuit_v` и `brown_out_v` в файле робота) и не упёрлись ли моторы.

# Программа подсчёта (`scorer.py`) в папке задания.
scorer-error = Программа подсчёта остановилась{ $line ->
        [0] {""}
       *[other] {" "}в строке { $line }
    }: { $cls }{ $text ->
        [none] {""}
       *[other] : { $text }
    }.
    .try = исправить эту строку: scorer.py выполняет MicroPython, на компьютере автора задания и у судьи одинаково.
scorer-ended = Программа подсчёта не дошла до конца: { $ended ->
        [printed] она напечатала больше { $cap_kb } КБ, и сказанное после этого пропало
        [left] она вышла раньше последней строки
        [stuck] она застряла в цикле, который ничего не делает
        [time_limit] она спала больше минуты
        [cpu_limit] она считала больше минуты
        [forbidden] она сделала то, что программам запрещено
        [memory] она заняла слишком много памяти
       *[other] её процесс оборвался
    }.
    .try = проверить в scorer.py бесконечные циклы, `print`, `sys.exit()`, `machine.reset()` и большие списки.
scorer-finding = Программа подсчёта напечатала строку, которую нельзя прочесть как находку: { $line }
    .try = сообщать находки только через `scoring.found(…)` и `scoring.missed(…)`: время, число и баллы — целые числа.
scorer-silent = Программа подсчёта ничего не сказала о правиле `{ $rule }`.
    .try = для каждого правила с kind = "scored" вызвать `scoring.found(…)` или `scoring.missed(…)`.
scorer-twice = Программа подсчёта говорит о проверке `{ $rule }` больше одного раза.
    .try = решить в scorer.py, так это или нет, и сказать один раз.
scorer-rule = Программа подсчёта говорит о правиле `{ $rule }`, о котором её не спрашивают.
    .try = назвать одно из тех, у которых в task.toml стоит kind = "scored": { $known }.
scorer-time = Программа подсчёта называет для правила `{ $rule }` время { $t_us } мкс, а заезд длился { $last_us } мкс.
    .try = брать время из состояний заезда: `state.t_us`.
scorer-value = Программа подсчёта не назвала число для правила `{ $rule }`, а в его словах есть `{"{"}value{"}"}`.
    .try = передать его: `value=…`, целое число.
scorer-points = Программа подсчёта даёт за правило `{ $rule }` баллов: { $points }; можно от 0 до { $most }.
    .try = проверить счёт в scorer.py или `points` этой проверки в task.toml; у штрафов и запретов баллов нет.
