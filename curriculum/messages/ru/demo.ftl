# Что печатает `make demo`.

demo-title = { $task }, { $variant }: образцовая программа проезжает один круг в симуляторе.
demo-run = { $verdict }: { $points } из { $max } баллов, { NUMBER($lap_m, minimumFractionDigits: 1, maximumFractionDigits: 1) } м за { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с, линия { $lost ->
    [0] ни разу не потеряна
    [one] потеряна { $lost } раз
    [few] потеряна { $lost } раза
   *[other] потеряна { $lost } раз
}.
demo-same = На обоих интерпретаторах робот проехал совершенно одинаково (запись { $hash }…).
demo-different = На двух интерпретаторах робот проехал ПО-РАЗНОМУ. Это наша ошибка; пожалуйста, сообщите нам о ней.
demo-look = Посмотрите: { $picture } показывает путь, а { $replay } показывает заезд в браузере.
demo-next = Ваша очередь: скопируйте { $program }, допишите программу и запустите: `.venv/bin/marshrut sim ВАША.py --task line-sprint --view`.
