# Что говорит `marshrut board`.

board-port = Порт
board-address = По TCP
board-flash = Память платы
board-page = Страница
board-try = Попробуйте: mpremote connect { $port } exec "print('hello')"
board-unknown = Нет команды `{ $what }`. Есть такие: { $known }.
board-noticed-stuck = Программа крутится в цикле и больше ничего не делает. Её прервёт Ctrl-C.
board-noticed-hung = Плата перестала отвечать, и её включили заново.
board-noticed-crashed = Программа сломала модель микросхемы; плату включили заново.
board-noticed-broken_protocol = Программа добралась до того, чего на плате нет; плату включили заново.
board-noticed-forbidden = Программа пыталась добраться до этого компьютера и остановлена; плату включили заново.
board-noticed-pio_limit = Программа требует от PIO больше, чем можно смоделировать; плату включили заново.
board-noticed-memory = Программа заняла всю память модели; плату включили заново.
board-noticed-unjudged = Этот заезд не судят: робот стоял не на старте. Его поставит туда команда `start`.

speed-needed = `--speed` — число от 0.01 до 1000 или max, а указано `{ $got }`.
    .try = не указывайте его, и время пойдёт как в жизни
link-board-lives = Плата { $link } уже работает.
    .try = остановите её или назовите эту иначе: --name
link-not-a-board = { $link } уже существует, и это не порт платы; он оставлен как есть.
    .try = укажите другое место: --link
tcp-taken = Порт TCP { $port } занят другой программой.
    .try = не указывайте --rfc2217, найдётся свободный
board-robot = Робот { $number }
robots-no-start = В этом мире мест для роботов: { $starts }, а нужно { $count }.
    .try = возьмите меньше роботов или добавьте в файл мира ещё один [[start]]
