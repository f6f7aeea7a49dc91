### Слова страницы replay.html и рисунка picture.png. Короткие: почти все стоят на кнопках и подписях.

replay-language = Русский
replay-title = Повтор заезда
replay-play = Пуск
replay-pause = Пауза
replay-step-back = На шаг назад
replay-step-forward = На шаг вперёд
replay-to-start = В начало
replay-to-end = В конец
replay-rate = Скорость показа
replay-timeline = Шкала времени
replay-zoom-in = Приблизить
replay-zoom-out = Отдалить
replay-fit = Всё поле
replay-follow = За роботом
replay-follow-hint = Держать робота в середине
replay-keys = Клавиши
replay-close = Закрыть
replay-key-name-space = Пробел
replay-key-space = пуск или пауза
replay-key-arrows = один шаг, 20 мс
replay-key-shift-arrows = одна секунда
replay-key-home-end = начало, конец
replay-key-brackets = медленнее, быстрее
replay-key-events = предыдущее, следующее событие
replay-key-view = всё поле, следить за роботом
replay-key-zoom = приблизить, отдалить
replay-key-sound = включить или выключить звук
replay-key-robots = выбрать робота
replay-mat-hint = Щелчок по пути робота показывает этот момент. Поле можно двигать мышью, колесо меняет масштаб.

replay-output = Что напечатала программа
replay-output-tab = Вывод
replay-output-empty = Программа ничего не напечатала.
replay-output-none-yet = Пока ничего не напечатано.
replay-output-cut = Программа напечатала очень много: здесь только начало.
replay-events = События
replay-result = Результат
replay-plots-closer = Показать меньше времени
replay-plots-wider = Показать больше времени
replay-close-up = Под датчиками
replay-parts = Что показывают дисплеи, лампы, сервоприводы и пищалки
replay-sound = Звук пищалки
replay-sensors = Датчики линии
replay-sensors-hint = Чем темнее под датчиком, тем больше число
replay-voltage = Напряжение
replay-current = Ток
replay-speed = Скорость
replay-battery = Батарея
replay-heading = Направление
replay-position = Положение
replay-left = левый
replay-right = правый
replay-slip = колесо скользит
replay-decimal = ,
replay-seconds = с
replay-volts = В
replay-milliamps = мА
replay-mm-per-s = мм/с
replay-mm = мм
replay-metres = м
replay-hertz = Гц

replay-task = Задание
replay-variant = Вариант
replay-seed = Зерно
replay-runtime = Интерпретатор
replay-program = Программа
replay-robot = Робот { $number }: { $name }
replay-robots = Чьи датчики, графики и вывод показаны
replay-program-line = строка { $line } программы
replay-duration = Длительность заезда
replay-trace = Запись
replay-points = Баллы
replay-points-of = { $points } из { $max }
replay-rule = Правило
replay-check = Что проверялось
replay-go = Показать этот момент

replay-mark-start = Старт
replay-mark-finish = Финиш
replay-mark-scored = Баллы получены
replay-mark-penalty = Штраф
replay-mark-lost = Линия потеряна
replay-mark-regained = Снова на линии
replay-mark-press = Кнопка нажата
replay-mark-release = Кнопка отпущена
replay-mark-callback_error = Ошибка в обработчике
replay-mark-task_error = Ошибка в задаче asyncio
replay-mark-reset = Программа перезапустила плату
replay-mark-fault = Сломалось
replay-mark-brown_out = Питание просело: плата перезапустилась
replay-mark-restarted = Плата перезапустилась
replay-mark-wall = Столкновение со стеной
replay-mark-robot = Столкновение с другим роботом
replay-mark-object = Касание предмета
replay-mark-end = Конец заезда
replay-rival-ended = { $ended ->
    [program_end] Программа закончилась
    [program_error] Программа остановилась из-за ошибки
    [stuck] Программа застряла в цикле и остановлена
    [time_limit] Время вышло
   *[other] Заезд робота закончился
}

replay-chip-ssd1306 = Дисплей
replay-chip-ws2812 = Лампы
replay-chip-sg90 = Сервопривод
replay-chip-buzzer = Пищалка
replay-chip-hc-sr04 = Ультразвуковой дальномер
replay-chip-vl53l0x = Лазерный дальномер
replay-chip-tcs34725 = Датчик цвета
replay-chip-bump-switch = Датчик касания

picture-x = x, мм
picture-y = y, мм
picture-speed = Скорость, мм/с
picture-start = Старт
picture-finish = Финиш
picture-end = Конец
picture-lost = Линия потеряна
picture-more = ещё { $count }
picture-sensors = Где прошли датчики
picture-clock = Секунды после включения
picture-touch = Касание
picture-moved = Путь предмета
picture-beyond = Дальше, чем видно на картинке
picture-seconds = { $value } с
picture-until = до { $value } с
picture-tones = сыграно тонов: { $count }
picture-variant = вариант { $value }
picture-seed = зерно { $value }
