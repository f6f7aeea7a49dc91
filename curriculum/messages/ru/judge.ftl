# Что судья говорит о каждой проверке. Время — в секундах, путь — в миллиметрах.

judge-start-passed = Передняя часть робота пересекла линию старта через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
judge-start-missed = Робот не доехал до линии старта.
judge-start-missed-still = Робот не сдвинулся с места.
judge-start-missed-backward = Робот поехал в обратную сторону и линию старта не пересёк.
judge-progress-passed = { $percent } % круга пройдено за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
judge-progress-missed = До { $percent } % круга робот не дошёл: пройдено { $reached } %.
judge-finish-passed = Финиш: весь круг пройден за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
judge-finish-missed = До финиша робот не дошёл: пройдено { $reached } % круга.

judge-false-start-passed = Фальстарта не было.
judge-false-start-missed = Фальстарт: робот пересёк линию старта за { $early_s } с до нажатия кнопки.
judge-rejoin-passed = Робот не срезал путь.
judge-rejoin-missed = Робот срезал путь: вернулся на линию на { $ahead_mm } мм дальше того места, где её потерял. Допускается { $slack_mm } мм.
judge-off-line-for-passed = { $count ->
    [0] Робот не терял линию.
    [one] Робот потерял линию { $count } раз, но не дольше разрешённого.
    [few] Робот потерял линию { $count } раза, но не дольше разрешённого.
   *[other] Робот потерял линию { $count } раз, но не дольше разрешённого.
}
judge-off-line-for-missed = Робот был вне линии дольше { $limit_s } с.
judge-left-field-passed = Робот оставался на поле.
judge-left-field-missed = Робот выехал за край поля.
judge-object-out-passed = «{ $name }» целиком вне зоны через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
judge-object-out-missed = «{ $name }» всё ещё в зоне: до выхода наружу не хватило { $short_mm } мм.
judge-moved-early-passed = Робот не тронулся с места до нажатия кнопки.
judge-moved-early-missed = Робот тронулся с места за { $early_s } с до нажатия кнопки.
judge-outside-passed = Робот ни разу не был целиком вне зоны дольше { $limit_s } с (самое долгое — { $longest_s } с).
judge-outside-missed = Робот был целиком вне зоны дольше { $limit_s } с.
judge-time-limit-missed-counted = За { $limit_s } с робот не закончил: сделано { $done } из { $of }.
judge-time-limit-passed = Заезд занял { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с из { $limit_s } с.
judge-time-limit-missed = За { $limit_s } с робот не закончил: пройдено { $reached } % круга.

mark-start = Старт: время пошло.
mark-progress = { $percent } % круга за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-object-out = «{ $name }» вне зоны: { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
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
ended-goal-counted = Цель достигнута: сделано { $done } из { $of }.
ended-time_limit-counted = Время вышло, а робот ещё не закончил: сделано { $done } из { $of }.
    .try = посмотреть в повторе, где робот теряет время.
ended-program_end-counted = Программа закончилась раньше, чем цель была достигнута: сделано { $done } из { $of }.
    .try = посмотреть, что делает последняя строка и дожидается ли программа робота.
ended-moved_early = Фальстарт: робот тронулся с места за { $early_s } с до нажатия кнопки.
    .try = в начале программы подождать нажатия кнопки.
ended-outside = Робот был целиком вне зоны дольше { $limit_s } с.
    .try = повернуть назад, как только датчики увидят границу.
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
trace-other-task = Эта запись сделана по другой версии задания «{ $run_task }»; судить её по «{ $task }» нельзя.
    .try = взять ту версию задания, по которой шёл заезд.
trace-other-fields = В записи заезда не те величины, которых ждёт судья.
    .try = провести заезд этой версией Marshrut.
trace-disagrees = В записи стоит конец «{ $ended }», но по правилам судья его не видит.
    .try = проверить, что запись не меняли, или сообщить нам об ошибке.
course-no-line = В этом мире нет замкнутой линии «{ $path }», а задание проходит по ней.
course-no-zone = В этом мире нет зоны «{ $zone }», а правила задания говорят о ней.
    .try = сверить `zone` в файле задания с миром.
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
