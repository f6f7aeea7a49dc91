# Поля TRIK Studio: marshrut world import.

field-unreadable = Этот файл не читается.
    .try = проверить, открывается ли он.
field-not-a-field = Это не сохранение и не поле TRIK Studio.
    .try = дать файл `.qrs`, или поле `.xml`, сохранённое из 2D-модели.
field-empty = Этот файл пуст.
    .try = сохранить проект в TRIK Studio заново.
field-no-world = В этом файле нет поля, есть только программа.
    .try = открыть его в TRIK Studio, нарисовать поле в 2D-модели и сохранить.
field-xml = Здесь XML записан с ошибкой, дальше не прочесть.
    .try = проверить кавычки, скобки «<» и «>» и закрывающие теги.
field-entities = Этот XML объявляет свои сущности; такие файлы не читаются.
    .try = убрать объявление `<!DOCTYPE … [ … ]>`.
field-large = Файл слишком велик: { $what ->
    [file] больше { $most } МБ
    [unpacked] в распакованном виде больше { $most } МБ
    [entries] больше { $most } частей в архиве
    [deep] теги вложены глубже чем на { $most } уровней
   *[nodes] больше { $most } тегов
}.
field-damaged = Архив повреждён.
    .try = сохранить проект в TRIK Studio заново.
field-folder-taken = Эта папка уже есть, и в ней что-то лежит.
    .try = указать другую папку после --out.
field-fails = Из этого поля не получился мир: { $why }
    .try = прислать это поле нам.

trik-written = Записано в { $folder }: world.toml, task.toml, report.txt и остальное
trik-line = строка { $line }: { $text }
trik-report-title = Поле «{ $title }»
trik-report-mat = Перенесено: { $counts }; поле { $width } × { $height } мм.
trik-count-nothing = ничего
trik-count-painted = { $count } { $count ->
    [one] линия или фигура
    [few] линии и фигуры
   *[other] линий и фигур
}
trik-count-walls = { $count } { $count ->
    [one] стенка
    [few] стенки
   *[other] стенок
}
trik-count-objects = { $count } { $count ->
    [one] предмет
    [few] предмета
   *[other] предметов
}
trik-count-zones = { $count } { $count ->
    [one] зона
    [few] зоны
   *[other] зон
}
trik-count-pictures = { $count } { $count ->
    [one] картинка
    [few] картинки
   *[other] картинок
}
trik-report-rules = Правил: { $count }, они в rules.toml. Пока по ним ничего не судят; заезд длится { $seconds } с.
trik-report-no-rules = Правил в поле нет. На заезд даётся { $seconds } с.
trik-report-whole = Перенеслось всё.
trik-report-notes = Не перенеслось или перенеслось не так ({ $count }):
trik-report-more = … и ещё { $count }: смотрите { $file }
trik-more-alike = …и ещё { $count } таких же замечаний.
trik-title = Поле из файла
trik-task-summary = Поле «{ $title }» из TRIK Studio. Здесь ничего не судят.
trik-task-text = Поле перенесено из TRIK Studio. На заезд даётся { $seconds } с, и ничего не судят. Что просило поле, записано в `rules.toml`, что не перенеслось — в `report.txt`.

trik-value = `{ $name }` тега «{ $tag }» записано как «{ $got }», это не прочесть.
trik-no-unit = Единица длины не названа; считаем, что это пиксели по 3,5 мм.
trik-unit = Единица длины «{ $got }» неизвестна; считаем, что это пиксели по 3,5 мм.
trik-unknown = Тег «{ $tag }» здесь неизвестен, он пропущен.
trik-no-size = У «{ $tag }» нет размера, он пропущен.
trik-line-width = Ширина линии { $got } мм; взята { $used } мм.
trik-dashes = У прерывистой линии было бы { $count } штрихов; их { $used }, они длиннее.
trik-see-through = «{ $tag }» полупрозрачен; взят цвет, каким он виден на пустом поле.
trik-physics = «{ $tag }»: { $names } не перенесены, у предметов здесь своё трение.
trik-size = «{ $tag }»: `{ $name }` { $got } { $unit ->
    [g] г
   *[mm] мм
    }, взято { $used }.
trik-walls-thin = Стенки здесь тонкие, в TRIK Studio их толщина 35 мм: проходы стали на столько же шире.
trik-bound = Регион привязан к «{ $got }», а такого прямоугольника или эллипса на поле нет; регион пропущен.
trik-bound-stroke = Регион был полосой вдоль края фигуры; взята вся фигура.
trik-picture-elsewhere = Картинка «{ $path }» лежит в другом файле, в поле её нет.
trik-picture-broken = Картинка «{ $path }» повреждена.
trik-picture-large = В картинке { $width } × { $height } точек, это слишком много.
trik-picture-coarser = Картинка уменьшена до { $width } × { $height } точек.
trik-picture-unseen = Это фон, роботы его там не видят: он лежит рядом как { $file }, а в world.toml записан в комментарии.
trik-no-robot = Робот не поставлен; старт взят в начале координат поля.
trik-two-places = Робот стоит не там, где его метка старта; взята метка.
trik-other-robot = Робот другого конструктора, «{ $name }», не перенесён.
trik-robot-physics = Свойства робота { $names } не перенесены: здесь едет другой робот.
trik-sensor = Датчик «{ $kind }» на порту { $port } в { $place } не перенесён: у робота здесь свои датчики.
trik-trace = След маркера робота ({ $count }) не перенесён.
trik-part-broken = Часть «{ $part }» повреждена [{ $why }]; поле перенесено без неё.
trik-too-far = «{ $name }» не помещается на поле { $most } × { $most } м вокруг старта.
trik-too-many = «{ $name }» не перенесено: такого здесь бывает не больше { $most }.
trik-left-out = «{ $name }» не перенесено. { $why }
trik-partly = «{ $name }» перенесено не целиком. { $why }
trik-start = С роботом задания этот старт не годится. { $why }
trik-stretched = Картинка была растянута; здесь у неё свои пропорции.

trik-rule-tag = Тег правил «{ $tag }» неизвестен.
trik-rule-count = В «{ $tag }» нужно частей: { $wanted }, а есть { $got }.
trik-rule-attribute = В «{ $tag }» не хватает `{ $name }`.
trik-rule-value = В «{ $tag }» записано «{ $got }», это не прочесть.
trik-rule-nothing = Правило называет «{ $name }», а этого на поле и в правилах нет.
trik-rule-twice = Событий с именем «{ $name }» несколько.
trik-rule-deep = «{ $tag }» слишком сложно или слишком длинно и не перенесено.
trik-rule-lost = «{ $tag }»{ $named ->
        [0] {""}
       *[other] {" "}{ $name }
    } не перенесено целиком.
trik-time-limits = Ограничений времени { $count }, а нужно одно; { $count ->
    [0] взято { $used } с
   *[other] взято первое
}.
trik-time-limit = Ограничение времени { $got } мс; взято { $used } мс.
trik-attribute = У «{ $tag }» не бывает `{ $name }`{ $some ->
    [0] {""}
   *[other]  (может быть, `{ $near }`?)
}; в TRIK Studio это ничего не значит, здесь тоже.
trik-template = Шаблон «{ $name }» { $why ->
    [unknown] здесь неизвестен
    [endless] вызывает сам себя
   *[broken] не разворачивается
}.
trik-template-lacks = Шаблону «{ $name }» не дан параметр «{ $parameter }».
