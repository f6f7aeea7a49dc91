# Команды `marshrut world check` и `marshrut world draw`.

world-fine = { $file }: файл в порядке. «{ $title }», поле { $width } × { $height } мм.
world-starts = старты: { $starts }
world-line = линия «{ $id }»: { $closed ->
    [1] замкнутая, длина
   *[other] длина
} { $length } мм, ширина { $width } мм{ $radius ->
    [0] {""}
   *[other] , самый крутой поворот — радиус { $radius } мм
}
world-count = { $what ->
    [line] линии
    [area] закрашенные участки
    [image] картинки
    [wall] стенки
    [pin] кегли
    [post] столбики
    [ball] мячи
    [box] кубики и коробки
    [zone] зоны
    [ramp] склоны
   *[light] пятна света
}: { $count }
world-look = Обратите внимание: { $what }
world-line-near-edge = Линия «{ $id }» у x = { $x }, y = { $y } проходит в { $gap } мм от края поля: колесо робота, который едет по ней, окажется за краем; нужно { $half } мм.
    .try = отодвинуть линию от края.
world-line-faint = Линия «{ $id }» отличается от поля на { $percent } % отражения: датчики линии её почти не видят; нужно хотя бы { $least } %.
    .try = сделать её темнее: цветные краски в инфракрасном свете почти белые.
world-line-tight = Линия «{ $id }» шириной { $width } мм поворачивает по радиусу { $radius } мм: внутренний край поворота сливается в пятно.
    .try = сделать поворот шире.
world-start-over-edge = На старте «{ $start }» робот «{ $robot }» выступает за край поля на { $over } мм.
    .try = передвинуть старт.

world-draw-size = поле { $width } × { $height } мм
