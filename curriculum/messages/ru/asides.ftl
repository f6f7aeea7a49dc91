# О чём стоит сказать при любом заезде: ошибки, которые программу не остановили, и робот, который стоял на месте.

mark-callback_error = Ошибка { $cls } в функции, которую вызывает таймер или прерывание: { $place }, { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}.
mark-task_error = Ошибка { $cls } в задаче asyncio: { $place }, { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}.

summary-callback-error = Ошибка в функции, которую вызывает таймер или прерывание: { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые на отметке { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
summary-task-error = Ошибка в задаче asyncio, и задача на этом кончилась: { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые на отметке { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
summary-more-errors = И ещё в { $count ->
    [one] { $count } месте
   *[other] { $count } местах
} программы.

ended-time_limit-still = Время вышло: { $moved ->
        [0] робот так и не сдвинулся с места
       *[other] робот стоит на месте с отметки { NUMBER($still_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
    }{ $line ->
        [0] {""}
       *[other] , а программа в конце была в строке { $line }
    }. Пройдено { $reached } % пути.
    .try = { $driven ->
        [0] проверить, чего программа ждёт в этом месте и включает ли она моторы
       *[other] на моторах { NUMBER($most_v, maximumFractionDigits: 2) } В: проверить, какая скорость задана, провода моторов и не упёрся ли робот
    }.

ended-time_limit-still-counted = Время вышло: { $moved ->
        [0] робот так и не сдвинулся с места
       *[other] робот стоит на месте с отметки { NUMBER($still_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
    }{ $line ->
        [0] {""}
       *[other] , а программа в конце была в строке { $line }
    }. Сделано { $done } из { $of }.
    .try = { $driven ->
        [0] проверить, чего программа ждёт в этом месте и включает ли она моторы
       *[other] напряжение на моторах есть: дать им больше, проверить их провода или посмотреть, во что робот упёрся
    }.

ended-output_cap-printed = Программа печатает без паузы, и заезд остановлен{ $line ->
        [0] {""}
       *[other] {" "}в строке { $line }
    }: столько текста не сохранить.
    .try = поставить в этот цикл паузу, например time.sleep(0.1), или печатать реже.
