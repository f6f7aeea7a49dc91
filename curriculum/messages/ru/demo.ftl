# Что печатает `make demo`.

demo-title = { $task }, { $variant }: образцовая программа проезжает один круг в симуляторе.
demo-run = { $verdict }: { $points } из { $max } баллов, { NUMBER($lap_m, minimumFractionDigits: 1, maximumFractionDigits: 1) } м за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с, линия { $lost ->
    [0] ни разу не потеряна
    [one] потеряна { $lost } раз
    [few] потеряна { $lost } раза
   *[other] потеряна { $lost } раз
}.
demo-same = Оба интерпретатора проехали совершенно одинаково (след { $hash }…).
demo-different = Интерпретаторы проехали ПО-РАЗНОМУ. Это наша ошибка, пожалуйста, сообщите нам.
demo-look = Посмотри: { $picture } показывает путь, а { $replay } проигрывает заезд в браузере.
demo-next = Твоя очередь: скопируй { $program }, допиши программу и запусти: `.venv/bin/marshrut sim ТВОЯ.py --task line-sprint --view`.
