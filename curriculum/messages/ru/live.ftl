# Что говорит живая картинка платы в терминале (`marshrut board`).

live-time = Время
live-run = Заезд
live-run-none = не начат
live-run-going = идёт
live-run-over = окончен
live-cable = Кабель
live-plugged = вставлен
live-unplugged = вынут
live-led = Светодиод
live-button = Кнопка
live-lit = горит
live-dark = не горит
live-pace-max = как можно быстрее
live-pace-step = время стоит
live-key-start = заезд
live-key-button = кнопка
live-key-reset = сброс
live-key-unplug = вынуть кабель
live-key-plug = вставить кабель
live-key-step = пропустить 0,1 с
live-key-quit = выход
live-key-space = пробел
live-key-robot = какой робот
