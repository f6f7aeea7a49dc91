# Команда `marshrut robot`: что следует из файла робота.

robot-unknown = Робота «{ $name }» нет; есть: { $known }.
    .try = назвать робота из списка или файл, имя которого кончается на .toml.
robot-unknown-near = Робота «{ $name }» нет. Может быть, «{ $near }»?

sheet-title = { $id }, плата { $board }: { $state ->
        [0] файл читается, но такой робот не включится.
        [1] файл читается, но такой робот не тронется с места.
       *[other] файл в порядке.
    }
sheet-part-motor = Каждый мотор отдельно, колесо в воздухе, батарея { $volts } В
sheet-part-left-motor = Левый мотор отдельно, колесо в воздухе, батарея { $volts } В
sheet-part-right-motor = Правый мотор отдельно, колесо в воздухе, батарея { $volts } В
sheet-part-drive = Робот на поле
sheet-part-turn = Повороты
sheet-part-counts = Датчики оборотов
sheet-part-battery = Батарея, если она полна

sheet-free-speed = холостой ход
sheet-free-speed-is = { $rpm } об/мин ({ $deg_s } °/с)
sheet-free-current = ток холостого хода
sheet-free-current-is = { $ma } мА
sheet-stall-torque = момент на заторможенном валу
sheet-stall-torque-is = { $mnm } мН·м ({ $kg_cm } кг·см)
sheet-stall-current = ток заторможенного мотора
sheet-stall-current-is = { $a } А
sheet-electrical = электрическая постоянная времени
sheet-electrical-is = { $ms } мс
sheet-top-speed = наибольшая скорость
sheet-top-speed-is = { $mm_s } мм/с
sheet-time-constant = постоянная времени разгона
sheet-time-constant-is = { $ms } мс: за это время — 63 % скорости, если шины не скользят
sheet-motors = разгон, на который хватило бы моторов
sheet-motors-is = { $m_s2 } м/с²
sheet-tyres = разгон и торможение, которые держат шины
sheet-tyres-is = { $m_s2 } м/с²
sheet-slip-duty = шины срываются при трогании
sheet-slip-duty-is = { $slips ->
        [0] никогда
       *[other] если дать больше { $percent } %
    }
sheet-least-duty = робот трогается
sheet-least-duty-is = { $moves ->
        [0] никогда
       *[other] от { $percent } %
    }
sheet-brake = путь торможения с этой скорости
sheet-brake-is = { $stands ->
        [0] не останавливается
       *[other] { $mm } мм
    }
sheet-coast = накат с этой скорости
sheet-coast-is = { $stands ->
        [0] не останавливается
       *[other] { $mm } мм
    }
sheet-turn-rate = поворот на месте, самый быстрый
sheet-turn-rate-is = { $deg_s } °/с
sheet-radius = самый крутой поворот на полной скорости
sheet-radius-is = радиус { $mm } мм; круче — занесёт
sheet-tip = опрокидывание
sheet-tip-is = если центр масс выше { $percent } % расстояния от оси до шаровой опоры
sheet-counts-mm = на миллиметр пути
sheet-counts-mm-is = { $counts } отсчёта; один отсчёт — { $mm } мм
sheet-counts-deg = на градус поворота на месте
sheet-counts-deg-is = { $counts } отсчёта; один отсчёт — { $deg }°
sheet-battery-rest = хватит, если робот стоит
sheet-battery-rest-is = на { $minutes } мин
sheet-battery-drive = если едет на полной скорости
sheet-battery-drive-is = на { $minutes } мин
sheet-battery-stalled = если оба мотора заторможены
sheet-battery-stalled-is = на { $minutes } мин; напряжение падает до { $volts } В

sheet-hint-idle = Плата не включится: при `idle_ma` = { $ma } мА батарея с `open_circuit_v` = { $full } В даёт { $volts } В, а ниже `brown_out_v` = { $least } В плата перезапускается.
    .try = проверить эти ключи в `[battery]` и `resistance_ohm`.
sheet-hint-heavy = `mass_g` = { $got } — это { $kg } кг; с такими моторами робот за секунду прибавляет { $m_s2 } м/с.
    .try = проверить `mass_g`, где масса в граммах, и ключи `[motors]`.
sheet-hint-inertia = `inertia_kg_cm2` = { $got } не подходит этому роботу: если разложить его массу ровно по контуру, выйдет около { $even } кг·см².
    .try = проверить единицы, а ещё `mass_g` и `outline_mm`: 1 кг·м² — это 10 000 кг·см².
sheet-hint-weak = Такие моторы этого робота не сдвинут: трение больше их силы.
    .try = проверить `gear_ratio` — это обороты мотора на один оборот колеса, — `friction_mnm` и числа мотора.
sheet-hint-slip = Разгонять робота нужно плавно: если сразу дать больше { $percent } %, колёса буксуют, и датчики оборотов считают путь, которого не было.
sheet-hint-driver = Драйвер { $driver } долго держит { $bears } А, а заторможенный мотор берёт { $stall } А: держать колёса под током нельзя.
sheet-hint-resets = Если оба мотора упрутся, напряжение упадёт до { $volts } В, а плата перезапускается ниже { $least } В.

draw-kind = Рисунок «{ $name }» сохранить нельзя; имя файла кончается на: { $known }.
draw-written = Рисунок: { $file }
draw-scale = вид сверху, { $scale } на листе A4 · плата { $board }
draw-mm = { $mm } мм
draw-ahead = вперёд
draw-pin = вывод
draw-device = что подключено
draw-left-motor = левый мотор
draw-right-motor = правый мотор
draw-encoder = датчик оборотов, фаза { $phase }
draw-wire = провод к { $pin }
draw-gripper = захват ({ $servo })
