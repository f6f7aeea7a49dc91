# Неисправности, которые включает урок, и ошибки в их записи.

summary-faults = Неисправности
summary-faults-hidden = Неисправности: не показаны
fault-cable-off = отсоединён кабель: { $device }
fault-dead = не работает: { $device }
fault-jammed = заклинило колесо: { $device }
fault-swapped-motors = кабели моторов перепутаны местами
fault-reversed = провода подключены наоборот: { $device }
fault-weak-battery = слабая батарея, { $value } В
fault-noisy-adc = шум АЦП × { $value }
fault-brown-out = питание проседает
fault-ctrl-c = нажата Ctrl-C
fault-stuck-closed = залипла нажатой: { $device }
fault-stuck-open = не замыкается: { $device }
fault-from = { $what } — начиная с { $time_s } с
fault-at = { $what } на { $time_s } с
fault-part-left = левый мотор
fault-part-right = правый мотор
fault-part-left-encoder = энкодер левого мотора
fault-part-right-encoder = энкодер правого мотора
summary-brown-outs = Плате не хватило напряжения: она перезапустилась { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые на { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
summary-restarts = Плата перезапустилась { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}, впервые на { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.

fault-form = Неисправность записывают так: ВИД[:УСТРОЙСТВО][@СЕКУНДЫ][=ЗНАЧЕНИЕ].
    .try = написать, например, --fault cable-off:line3.
fault-unknown = Неисправности «{ $name }» нет. Есть: { $known }.
fault-unknown-near = Неисправности «{ $name }» нет. Может быть, «{ $near }»?
fault-needs = Этой неисправности нужно { $part ->
        [device] устройство после `:`
       *[time] время в секундах после `@`
    }.
    .try = написать, например, --fault { $example }.
fault-takes-no = У этой неисправности не бывает { $part ->
        [device] устройства
        [time] времени
       *[value] значения
    }.
    .try = убрать эту часть.
fault-value = { $key ->
        [at_s] После `@` пишут секунды, от 0 до 3600.
        [volts] После `=` пишут вольты, от 1 до 60.
        [times] После `=` пишут, во сколько раз шум сильнее, от 1 до 100.
       *[contact] После `=` пишут `closed` (замкнута) или `open` (разомкнута).
    }
fault-value-comma = Дробь здесь пишут через точку, а не через запятую: «{ $given }».
    .try = написать { $point }.
fault-device = У робота нет «{ $name }», с чем это могло бы случиться. Есть: { $known }.
fault-device-near = У робота нет «{ $name }». Может быть, «{ $near }»?
fault-twice = Это не бывает вместе с «{ $other }».
    .try = оставить что-то одно.
fault-strong = У батареи этого робота без нагрузки { $volts } В; у слабой больше не бывает.
    .try = задать напряжение поменьше.
