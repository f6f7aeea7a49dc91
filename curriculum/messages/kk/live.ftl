# Платаның терминалдағы жанды суреті не айтады (`marshrut board`).

live-time = Уақыт
live-run = Жүріс
live-run-none = басталған жоқ
live-run-going = жүріп жатыр
live-run-over = аяқталды
live-last = Нәтиже
live-cable = Кабель
live-plugged = қосулы
live-unplugged = ажыратылған
live-led = Жарықдиод
live-button = Батырма
live-lit = жанып тұр
live-dark = жанбайды
live-pace-max = барынша тез
live-pace-step = уақыт тоқтап тұр
live-key-start = жүрісті бастау
live-key-button = батырма
live-key-reset = қайта қосу
live-key-hold = түймемен
live-key-unplug = кабельді ажырату
live-key-plug = кабельді қосу
live-key-step = 0,1 с өткізу
live-key-quit = шығу
live-key-space = бос орын
live-key-robot = қай робот

# Оның браузердегі беті (`--view`).
live-title = Тікелей көрініс
live-gone = Плата жауап бермейді. Бет оны күтіп тұр.
live-runs = Жүрістер
live-runs-none = Әзірге жүріс болған жоқ. Жүрісті бастаңыз немесе программаны редактордан іске қосыңыз.
live-replay = Қайта көру
live-robot = { $number }-робот
live-port = Порт
live-hint-start = Бағаланатын жүріс: қуат өшіріліп қосылады, робот старт орнына тұрады, батырма тапсырмадағыдай басылады
live-hint-button = Роботтың батырмасын басу
live-hint-reset = Қуатты өшіріп қосу, робот старт орнына тұрады
live-hint-cable = Кабельді ажырату немесе қосу
live-hint-step = 0,1 с өткізу
