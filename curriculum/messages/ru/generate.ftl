# Миры, которые рисует зерно: marshrut world generate.

generate-title-track = Трасса { $seed }
generate-title-maze = Лабиринт { $seed }
generate-title-kegelring = Кегельринг { $seed }
generate-title-slalom = Слалом { $seed }
generate-title-warehouse = Склад { $seed }
generate-title-sumo = Сумо { $seed }

generate-written = Мир записан в { $file }
generate-range = «{ $name }» бывает от { $least } до { $most }, а дано { $got }.
generate-option = У мира «{ $kind }» нет «{ $name }»; есть { $known }.
generate-no-room = Такого мира не бывает: { $why ->
    [lengths] круг не может быть и не короче { $needed } мм, и не длиннее { $has } мм
    [mat] нужно поле { $needed } мм, а есть { $has } мм
    [robot] кегли стояли бы в роботе: от середины до кегли нужно { $needed } мм, а остаётся { $has } мм
    [pins] кегли стояли бы друг в друге: между их серединами нужно { $needed } мм, а остаётся { $has } мм
    [jitter] кегли стояли бы друг в друге: между их серединами нужно { $needed } мм, а остаётся { $has } мм
    [shelf] коробка { $needed } мм не помещается на полку, где есть { $has } мм
    [starts] роботам нужно { $needed } мм, а в ринге { $has } мм
    [way] путь бывает не длиннее { $has } клеток, а нужно { $needed }
   *[line] линия с такими радиусом, просветом и длиной не помещается на поле
}.
    .try = { $why ->
        [lengths] поменять `--shortest-mm` и `--longest-mm`
        [mat] поменять размеры
        [robot] уменьшить `--inside-mm` или `--jitter-mm`
        [pins] взять меньше кеглей
        [jitter] уменьшить `--jitter-deg` или взять меньше кеглей
        [shelf] уменьшить `--box-mm` или увеличить `--pitch-mm`
        [starts] уменьшить `--apart-mm`
        [way] уменьшить `--way-cells` или увеличить лабиринт
       *[line] увеличить поле или разрешить меньшие `--radius-mm`, `--gap-mm`, `--shortest-mm`
    }.
