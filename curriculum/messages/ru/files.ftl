# Файлы мира, робота и задания.

try = Что сделать: { $action }

file-missing = Здесь нет файла «{ $file }».
    .try = проверить имя файла и папку.
file-unreadable = Этот файл не читается как текст UTF-8.
    .try = сохранить его заново в кодировке UTF-8.
toml-syntax = Строка «{ $shown }» записана не по правилам TOML.
    .try = проверить кавычки, скобки и знак «=».
toml-deep = Списки и таблицы вложены здесь друг в друга глубже чем на { $most } уровней.
    .try = убрать лишнюю вложенность.
key-missing = Не хватает ключа «{ $key }».
    .try = добавить его по образцу соседнего файла.
key-unknown = Ключа «{ $key }» здесь не бывает; можно: { $known }.
key-unknown-near = Ключа «{ $key }» здесь не бывает. Может быть, «{ $near }»?
value-type = «{ $key }» — это { $wanted ->
        [int] целое число
        [float] число
        [text] текст в кавычках
        [bool] true или false
        [list] список в квадратных скобках
       *[table] таблица с ключами
    }, а записано { $got }.
value-range = «{ $key }» должно быть { $bound ->
        [above] больше
        [at_least] не меньше
        [below] меньше
       *[at_most] не больше
    } { $limit }, а записано { $got }.
value-choice = «{ $key }» не может быть «{ $got }»; можно: { $known }.
value-choice-near = «{ $key }» не может быть «{ $got }». Может быть, «{ $near }»?
value-count = В «{ $key }» нужно { $bound ->
        [too_short] не меньше
       *[too_long] не больше
    } { $limit }, а записано { $count }.
value-empty = «{ $key }» не должно быть пустым.
value-form = «{ $key }» нельзя записать как { $got }.
    .try = записать по образцу соседнего файла.
value-rule = «{ $key }»: { $rule }; записано { $got }.
name-unknown = «{ $key }» называет «{ $name }», а есть только: { $known }.
name-unknown-near = «{ $key }» называет «{ $name }», такого нет. Может быть, «{ $near }»?
name-twice = «{ $key }»: имя «{ $name }» уже занято.
    .try = дать каждому своё имя.
