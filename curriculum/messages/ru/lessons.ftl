# Уроки: что говорят `marshrut unit` и `marshrut check`.

unit-fine = { $unit }: урок в порядке. «{ $title }».
unit-grades-value = { $least }–{ $most } класс
unit-minutes-value = { $minutes } мин
unit-bundle-written = Комплект ученика — в папке { $folder }, файлов: { $count }.
unit-new = Урок-копия «{ $like }» лежит в { $folder }. Дальше: переписать unit.toml, задание, страницы и программы; после каждого шага — `marshrut unit check { $typed }`.

route-none = Впереди уроков нет: всё пройдено.
route-no-results = Папки «{ $folder }» нет.
    .try = дать папку с результатами, которые записал `marshrut check`, например `out`.
route-needs = Нужно уметь: { $names }
route-taught = { $concept } (урок «{ $unit }»)
route-brought = { $concept } (знать до курса)

# Заголовки страниц урока.

unit-phase-prepare = Подготовка ({ $minutes } мин)
unit-phase-engage = Вовлечение ({ $minutes } мин)
unit-phase-explore = Исследование ({ $minutes } мин)
unit-phase-explain = Объяснение ({ $minutes } мин)
unit-phase-elaborate = Углубление ({ $minutes } мин)
unit-phase-evaluate = Оценка ({ $minutes } мин)
unit-teacher-questions = Вопросы и ответы
unit-teacher-mistakes = Типичные ошибки
unit-teacher-unplugged = Без компьютера
unit-teacher-floor = На полу
unit-teacher-triz = Карточка ТРИЗ

# Что слышит ученик.

check-rule = Правило { $rule }. { $text }
check-place-lost = Робот потерял линию через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения, в { $along_m } м после старта, { $bend ->
    [left] в { $number }-м левом повороте
    [right] в { $number }-м правом повороте
   *[straight] на { $number }-й прямой
}.
check-place-mat = Через { $started ->
    [0] { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения
   *[other] { NUMBER($since_start_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после старта ({ NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения)
} середина оси робота была в { $x_mm } мм от левого края поля и в { $y_mm } мм от нижнего. На картинке обведена она; углы робота бывают в нескольких сантиметрах от неё.
check-place-lost-early = Робот потерял линию через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения, ещё у линии старта.
check-place-end = Последнее место робота: { $along_m } м после старта, { $bend ->
    [left] в { $number }-м левом повороте
    [right] в { $number }-м правом повороте
   *[straight] на { $number }-й прямой
}, через { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с после включения.
check-loss-away = Линия уходила { $side ->
    [left] влево, а робот поворачивал вправо
   *[right] вправо, а робот поворачивал влево
}: { $turned_deg_s } { $turned_deg_s ->
    [one] градус
    [few] градуса
   *[other] градусов
} в секунду при скорости { $speed_mm_s } мм/с.
check-loss-towards = Линия уходила { $side ->
    [left] влево, и робот поворачивал влево
   *[right] вправо, и робот поворачивал вправо
}, но слишком слабо: { $turned_deg_s } { $turned_deg_s ->
    [one] градус
    [few] градуса
   *[other] градусов
} в секунду при скорости { $speed_mm_s } мм/с.
check-loss-straight = Линия уходила { $side ->
    [left] влево
   *[right] вправо
}, а робот ехал почти прямо: { $turned_deg_s } { $turned_deg_s ->
    [one] градус
    [few] градуса
   *[other] градусов
} в секунду при скорости { $speed_mm_s } мм/с.
check-loss-steady = Линия уходила { $side ->
    [left] влево
   *[right] вправо
}, а робот целую секунду поворачивал одинаково, { $turn ->
    [left] влево
   *[right] вправо
}: { $turned_deg_s } { $turned_deg_s ->
    [one] градус
    [few] градуса
   *[other] градусов
} в секунду при скорости { $speed_mm_s } мм/с.
check-loss-swung = Робота бросало из стороны в сторону: линия уходила { $side ->
    [left] влево, а он сначала повернул вправо на { $away_deg }°, потом влево на { $back_deg }°
   *[right] вправо, а он сначала повернул влево на { $away_deg }°, потом вправо на { $back_deg }°
}. Скорость { $speed_mm_s } мм/с.
check-hints = Подсказок: { $count }. Первая покажется, если добавить к команде `--hint 1`.
check-hint = Подсказка { $number } из { $count }. { $text }
check-hints-later = Подсказки урока помогут, когда программа заработает: сначала исправь ошибку, о которой сказано выше.
check-hints-over = Подсказок всего { $count }.
check-picture = Картинка: { $picture }. Повтор: { $replay }.
check-picture-here = Это место обведено на картинке: { $picture }. Повтор: { $replay }.

# Что не так в файле урока.

unit-unknown = Урока «{ $name }» нет. Есть: { $known }.
unit-unknown-near = Урока «{ $name }» нет. Может быть, «{ $near }»?
unit-id = Урок называет себя «{ $id }», а его папка — «{ $folder }».
    .try = дать им одно имя.
unit-id-form = Имя урока «{ $name }» не годится: нужны маленькие латинские буквы, цифры и дефис, не больше 40 знаков.
unit-there = Урок «{ $name }» уже есть.
    .try = выбрать другое имя.
unit-task-twice = У урока есть своя папка task, а названо задание «{ $name }»: судят по одному.
    .try = убрать что-то одно.
unit-task-none = Урок не говорит, по какому заданию судить.
    .try = назвать задание каталога в `task` или положить своё в папку task.
unit-grades = Классы перепутаны: от { $least } до { $most }.
    .try = поставить младший класс в `least`.
unit-message = Сообщения судьи «{ $name }» нет.
    .try = посмотреть `message_id` этой проверки в result.json.
unit-concept = Понятия «{ $name }» нет в глоссарии.
    .try = взять id из curriculum/glossary.toml.
unit-concept-near = Понятия «{ $name }» нет в глоссарии; похожее: «{ $near }».
    .try = взять id из curriculum/glossary.toml.
unit-concept-both = Понятие «{ $name }» стоит и в `teaches`, и в `requires`.
    .try = оставить его в одном списке.
unit-file-unnamed = Программы mutants/{ $file } нет в списке `[[mutants]]`.
    .try = сказать, какую проверку она не проходит, или убрать файл.
unit-file-place = Файл { $file } лежит не в папке урока { $folder }.
    .try = перенести его туда.

# Что находит проверка урока.

unit-cycle = Уроки ждут друг друга по кругу: { $units }.
    .try = убрать лишнее из `requires`.
unit-title-twice = Название «{ $title }» уже есть у урока { $unit }.
    .try = назвать урок иначе.
unit-reference-fails = Решение не набирает всех баллов: мир { $variant }, зерно { $seed }, { $runtime }: { $points } из { $most }, конец «{ $ended }».
unit-traces-differ = Запись заезда на двух интерпретаторах разная: мир { $variant }, зерно { $seed }.
    .try = посмотреть docs/reference/interpreters.md.
unit-starter-passes = Заготовка уже проходит мир { $variant }: ученику нечего делать.
unit-mutant-passes = Программа с ошибкой проходит: мир { $variant }, зерно { $seed }.
    .try = усилить ошибку или задание.
unit-mutant-other = Мир { $variant }, зерно { $seed }: ожидалось «{ $wanted }», а первым сказано «{ $told }».
unit-check-unfailed = Проверку «{ $check }» не проваливает ни одна программа из mutants.
    .try = добавить программу, которая её не проходит.
unit-code-syntax = Это не программа MicroPython: { $what }.
unit-code-fails = Программа остановилась из-за ошибки: { $what }.
unit-heading-missing = Нет заголовка «{ $heading }».
unit-heading-order = Заголовки стоят не по порядку. Нужно так: { $headings }.
unit-page-other = Страница называет урок `{ $name }`, а это урок `{ $unit }`.
    .try = написать `{ $unit }`: иначе ученик откроет другой урок.
unit-page-headings = Заголовков { $got } или они другого уровня; в `{ $source }` их { $wanted }.
unit-page-blocks = Блоков кода { $got }; в `{ $source }` их { $wanted }.
unit-page-code = Программа отличается от той, что в `{ $source }` на строке { $line }, не только комментариями.
unit-page-pictures = Картинки другие: { $got }. Нужно: { $wanted }.
unit-page-names = Эти имена есть только на одной из двух страниц, здесь или в `{ $source }`: { $names }.
unit-page-copied = Абзац не переведён: он тот же, что в `{ $source }`.
unit-page-language = Страница написана не на своём языке (`{ $lang }`).
unit-picture-missing = Картинки { $file } нет.
unit-picture-unused = Эту картинку не показывает ни одна страница.
unit-picture-words = В рисунке есть слова: их пришлось бы переводить.
    .try = оставить цифры и знаки.
unit-hints-few = К проверке «{ $check }» подсказок { $got }; нужно хотя бы { $least }.
unit-hints-uneven = К проверке «{ $check }» подсказок { $got }, а в другом языке { $wanted }.
unit-hints-unknown = Подсказки к «{ $check }», а такой проверки нет. Есть: { $known }.
unit-bundle-holds = Этот файл попал бы к ученику.
unit-bundle-solution = Здесь стоит решение целиком, а страницу видит ученик.
    .try = оставить ученику шаг, который он сделает сам.
unit-bundle-lacks = В копии для ученика не хватает файлов, без которых нет задания: { $names }.
