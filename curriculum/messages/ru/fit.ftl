# Команда `marshrut robot fit`: величины файла робота по записи настоящего робота.

fit-no-record = Это не запись `rover.telemetry`: первая строка должна начинаться с «ms,».
    .try = взять файл, который сохранила команда `marshrut logs`.
fit-record-twice = Это та же запись, что и «{ $other }».
    .try = назвать каждую запись один раз.
fit-column-twice = Столбец «{ $name }» назван дважды.
fit-column-missing = Не хватает столбцов: { $names }.
    .try = записать их: программу печатает `marshrut robot fit --program`.
fit-column-empty = В столбце «{ $name }» нет ни одного числа.
fit-cells = В строке { $count } { $count ->
        [one] ячейка
        [few] ячейки
       *[other] ячеек
    }, а столбцов { $wanted }.
    .try = взять запись с платы заново: `marshrut logs`.
fit-cell = В столбце «{ $name }» { $empty ->
        [0] стоит «{ $got }», а нужно
       *[other] пусто, а нужно
    } целое число.
    .try = взять запись с платы заново: `marshrut logs`.
fit-times = Время идёт назад или стоит: { $before } мс, затем { $after } мс.
fit-short = Запись слишком короткая: { $count } { $count ->
        [one] строка
        [few] строки
       *[other] строк
    } за { $seconds } с; нужно хотя бы { $least } за { $least_s } с.
fit-large = В записи больше { $most } строк; столько не разбирается.
    .try = записать езду короче.
fit-still = Колёса за всю запись не повернулись.
    .try = проверить батарею и кабели датчиков оборотов и записать ещё раз.
fit-against = { $side ->
        [left] Левое
       *[right] Правое
    } колесо считает назад, когда мотор тянет вперёд.
    .try = поменять местами провода мотора или фазы датчика оборотов либо исправить «reversed» в файле.
fit-other-sensors = В записи столбцов датчиков линии { $count }, а у робота «{ $robot }» датчиков { $wanted }.
    .try = назвать файл того робота, с которого запись.
fit-other-robot = Эта запись не от робота «{ $robot }»: даже с лучшими величинами модель расходится с ней на { $off } мм при пути { $way } мм.
    .try = назвать файл того робота, с которого запись, или проверить в файле массу и число отсчётов на оборот.
fit-nothing = По этой записи о роботе ничего не узнать: он ни разу не проехал с места до остановки и не пересёк полос.
    .try = проехать программу, которую печатает `marshrut robot fit --program`.
fit-no-strips = На этом поле нет прямых полос заметно темнее его самого: колёса, колея и датчики линии не подобраны.
    .try = назвать после --world поле с тёмными полосами.
fit-volts = «{ $got }» — не напряжение батареи в вольтах.
    .try = измерить его без нагрузки и записать, например, так: --battery 7.9.
fit-out = Файл робота нельзя назвать «{ $name }»: имя кончается на .toml.

fit-waiting = Подбираю величины …
fit-read = { $file }: строк { $count }, { $seconds } с
fit-marks-told = Полосы: пройдено краёв { $count }; путь по отсчётам сходится с ними в пределах { $mm } мм.
fit-marks-untold = Датчики линии прошли края, { $count } раз, но это не полосы этого поля: колёса и колея не подобраны.
fit-strips-unlike = Полосы этого поля разной темноты: датчики линии не подобраны.
fit-motion-told = Датчики оборотов модели идут за записью в пределах { $mm } мм на протяжении { $seconds } с езды; до подбора было { $was } мм.
fit-head-figure = величина
fit-head-file = в файле
fit-head-found = найдено
fit-head-sure = точность
fit-untold = не видно
fit-of-side = { $side ->
        [left] левый мотор
       *[right] правый мотор
    }: { $figure }
fit-figure-wheel = диаметр колеса, мм
fit-figure-back-emf = противо-ЭДС, В·с/рад
fit-figure-resistance = сопротивление, Ом
fit-figure-efficiency = КПД редуктора
fit-figure-friction = трение, мН·м
fit-figure-static-friction = трение покоя, мН·м
fit-figure-track = колея, мм
fit-figure-rotor = инерция ротора, г·см²
fit-figure-inertia = момент инерции, кг·см²
fit-figure-grip = сцепление шин
fit-figure-battery-v = напряжение батареи, В
fit-figure-battery-ohm = сопротивление батареи, Ом
fit-figure-white-v = на белом, В
fit-figure-black-v = на чёрном, В
fit-figure-noise-mv = шум, мВ
fit-figure-sensors = датчики линии
fit-unsure = Чего по этим записям не узнать или почти не узнать и какая езда это покажет:
fit-needs-wheel = проезд поперёк полос на известных расстояниях, туда и обратно
fit-needs-back-emf = ровная езда с разной мощностью при известном напряжении батареи
fit-needs-resistance = резкие смены мощности вверх и вниз и полный ход с пробуксовкой, и чтобы масса была верна
fit-needs-efficiency = резкие смены мощности вверх и вниз: вверх тянет мотор, вниз тянут его
fit-needs-friction = накат с выключенными моторами
fit-needs-static-friction = мощность, которая с места растёт очень медленно
fit-needs-track = два оборота на месте рядом с полосой
fit-needs-rotor = полный ход то вперёд, то назад, чтобы колёса буксовали
fit-needs-inertia = резкие смены мощности при повороте на месте
fit-needs-grip = полный ход то вперёд, то назад, чтобы колёса буксовали
fit-needs-battery-v = столбец battery_mv; нет делителя — измерить и назвать: --battery
fit-needs-battery-ohm = столбец battery_mv и полный ход
fit-needs-sensors = столбцы line1, line2 и дальше, на белом и на чёрном
fit-mass = Масса взята из файла: { $grams } г. Все силы держатся на ней: робота нужно взвесить.
fit-volts-believed = Напряжение батареи без нагрузки взято такое: { $volts } В. Измеренное называют так: --battery 7.9.
fit-pin-map = В rover_board.py на плате пора поправить: WHEEL_DIAMETER_MM = { $wheels }, AXLE_TRACK_MM = { $track }.
fit-written = Файл робота: { $file }
fit-not-written = Файл робота запишет ключ --out ФАЙЛ.toml.
