# Файлы программы, командная строка и этот компьютер.

program-missing = Файла «{ $file }» нет.
    .try = проверить имя файла и папку.
program-no-main = В папке «{ $folder }» нет файла main.py, а программа начинается с него.
    .try = назвать главный файл программы main.py.
program-binary = «{ $file }» — не текст, а двоичный файл.
    .try = выбрать файл, имя которого кончается на .py.
program-not-utf8 = «{ $file }», строка { $line }: буквы записаны не в кодировке UTF-8.
    .try = сохранить файл заново в кодировке UTF-8.
program-link-outside = «{ $file }» — ссылка, которая ведёт за пределы папки «{ $folder }».
    .try = положить в папку сам файл.
program-too-many-files = В папке «{ $folder }» больше { $limit } файлов.
    .try = оставить только те, которые нужны программе.
program-file-name = В имени файла «{ $file }» есть знаки, которых плата не прочтёт.
    .try = назвать файл буквами и цифрами.
program-no-file = «{ $file }» — не файл, который можно прочитать.
    .try = сохранить там текст программы.
program-unreadable = Файл «{ $file }» не даёт себя прочитать.
    .try = проверить права на этот файл.
program-too-big = «{ $file }» занимает { $size_kb } КБ, а на плату помещается { $limit_kb } КБ.
    .try = проверить, что там только нужное программе.
module-other-runner = `{ $file }`, строка { $line }: модуль `{ $module }` есть только в `{ $runner }`.
    .try = запустить с --runtime { $runner }.

task-unknown = Задания «{ $name }» нет. Есть: { $known }.
task-unknown-near = Задания «{ $name }» нет. Может быть, «{ $near }»?
folder-given = «{ $name }» — папка, { $what ->
        [robot] а робот — это файл, имя которого кончается на .toml
        [world] а мир — это файл, имя которого кончается на .toml
       *[task] но не задание: в ней нет файла «task.toml»
    }.
    .try = указать { $count ->
        [0] { $what ->
            [robot] файл робота или робота из каталога
            [world] файл мира или задание
           *[task] папку задания или задание из каталога
        }
       *[other] что-нибудь из этого: { $known }
    }.
variant-unknown = В задании «{ $task }» нет варианта «{ $name }». Есть: { $known }.
variant-unknown-near = В задании «{ $task }» нет варианта «{ $name }». Может быть, «{ $near }»?
round-undrawn = Мир варианта «{ $variant }» один и тот же в любом туре.
    .try = не указывать тур.
robot-too-large = { $what ->
    [length] Длина робота «{ $robot }» — { $got } мм; по { $rule } можно не больше { $most } мм, лишние { $over } мм
    [width] Ширина робота «{ $robot }» — { $got } мм; по { $rule } можно не больше { $most } мм, лишние { $over } мм
   *[mass] Робот «{ $robot }» весит { $got } г; по { $rule } можно не больше { $most } г, лишние { $over } г
}.
    .try = взять робота поменьше.
number-needed = После { $option } нужно целое число, а написано «{ $got }».
    .try = написать, например, { $option } { $example }.
choice-needed = После { $option } можно написать только { $known }, а написано «{ $got }».
choice-needed-near = После { $option } написано «{ $got }». Может быть, «{ $near }»?
folder-unwritable = В папку «{ $folder }» нельзя ничего записать.
    .try = указать другую папку после --out.
folder-unwritable-copy = В папку «{ $folder }» нельзя ничего записать, или на диске не осталось места.
    .try = проверить место на диске и права или дать другую папку.
folder-unwritable-missing = Папки «{ $folder }» нет.
    .try = создать её командой `{ $make }` или указать другую.
out-not-file = «{ $name }» — { $folder ->
        [0] не обычный файл
       *[other] папка, а не файл
    }; сюда ничего не записать.
    .try = назвать после --out файл.

output-cut = Программа напечатала больше { $limit_kb } КБ; остальное не сохранено.
    .try = печатать реже.

node-missing = На этом компьютере нет Node.js, а без него нет MicroPython.
    .try = выполнить `make setup` или запустить с --runtime cpython.
micropython-missing = MicroPython ещё не скачан.
    .try = выполнить `make setup`.
child-lost = Процесс, в котором шла программа, неожиданно закрылся. Программа в этом не виновата.
    .try = запустить ещё раз; если повторится, сообщить нам.
own-fault = Это наша ошибка: { $what }.
    .try = повторить с --debug и прислать нам то, что напечатано.
interrupted = Заезд прерван с клавиатуры.

option-unknown = Параметра { $name } нет.
    .try = посмотреть `{ $command } --help`.
option-unknown-near = Параметра { $name } нет. Может быть, { $near }?
option-value-missing = После { $name } ничего не написано.
    .try = посмотреть `{ $command } --help`.
options-exclude = { $first } и { $second } вместе не бывают.
    .try = выбрать что-то одно.
argument-missing = Не хватает { $name }.
    .try = посмотреть `{ $command } --help`.
argument-extra = Непонятно, зачем здесь «{ $name }».
    .try = посмотреть `{ $command } --help`.
command-unknown = Команды «{ $name }» нет.
    .try = посмотреть `marshrut --help`.
usage-wrong = Команду не удалось понять: { $what }
number-range = После { $option } нужно число от { $least } до { $most }, а написано «{ $got }».

micropython-old = Здесь MicroPython { $version }, а нужен { $wanted }.
    .try = выполнить `make setup`.
doctor-tasks = Задания
doctor-no-affinity = В этой системе заезды считаются дольше: два их процесса нельзя удержать на одном ядре.
programs-many = Программ { $count }, а роботов в одном мире бывает не больше { $most }.
    .try = запустить меньше программ сразу.
