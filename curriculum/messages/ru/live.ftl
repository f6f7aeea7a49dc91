# Что говорит живая картинка платы в терминале (`marshrut board`).

live-time = Время
live-run = Заезд
live-run-none = не начат
live-run-going = идёт
live-run-over = окончен
live-last = Итог
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
live-key-hold = с кнопкой
live-key-unplug = вынуть кабель
live-key-plug = вставить кабель
live-key-step = пропустить 0,1 с
live-key-quit = выход
live-key-space = пробел
live-key-robot = какой робот

# Её страница в браузере (`--view`).
live-title = В прямом эфире
live-gone = Плата не отвечает. Страница её ждёт.
live-runs = Заезды
live-runs-none = Заездов ещё не было. Начните заезд или запустите программу из редактора.
live-replay = Повтор
live-robot = Робот { $number }
live-port = Порт
live-hint-start = Заезд с оценкой: питание выключат и включат, робот встанет на старт, кнопку нажмут как в задании
live-hint-button = Нажать кнопку робота
live-hint-reset = Выключить и включить питание, робот встанет на старт
live-hint-cable = Вынуть или вставить кабель
live-hint-step = Пропустить 0,1 с
