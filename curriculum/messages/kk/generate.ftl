# Бастапқы сан салатын әлемдер: marshrut world generate.

generate-title-track = Трасса { $seed }
generate-title-maze = Лабиринт { $seed }
generate-title-kegelring = Кегельринг { $seed }
generate-title-slalom = Слалом { $seed }
generate-title-warehouse = Қойма { $seed }
generate-title-sumo = Сумо { $seed }

generate-written = Әлем { $file } файлына жазылды
generate-range = «{ $name }» мәні { $least } мен { $most } аралығында болады, ал берілгені — { $got }.
generate-option = «{ $kind }» әлемінде «{ $name }» деген жоқ; барлары: { $known }.
generate-no-room = Мұндай әлем болмайды: { $why ->
    [lengths] айналым әрі { $needed } мм-ден қысқа емес, әрі { $has } мм-ден ұзын емес бола алмайды
    [mat] { $needed } мм алаң керек, ал бары { $has } мм
    [robot] кеглилер роботтың ішінде тұрып қалар еді: ортадан кеглиге дейін { $needed } мм керек, ал қалатыны { $has } мм
    [pins] кеглилер бір-бірінің ішінде тұрып қалар еді: орталарының арасы { $needed } мм болуы керек, ал қалатыны { $has } мм
    [jitter] кеглилер бір-бірінің ішінде тұрып қалар еді: орталарының арасы { $needed } мм болуы керек, ал қалатыны { $has } мм
    [shelf] { $needed } мм қорап { $has } мм сөреге сыймайды
    [starts] роботтарға { $needed } мм керек, ал рингте { $has } мм бар
    [way] жол { $has } ұяшықтан ұзын болмайды, ал керегі — { $needed }
   *[line] радиусы, аралығы мен ұзындығы осындай сызық алаңға сыймайды
}.
    .try = { $why ->
        [lengths] `--shortest-mm` пен `--longest-mm` мәндерін ауыстыру
        [mat] өлшемдерді өзгерту
        [robot] `--inside-mm` немесе `--jitter-mm` мәнін азайту
        [pins] кегли санын азайту
        [jitter] `--jitter-deg` мәнін немесе кегли санын азайту
        [shelf] `--box-mm` мәнін азайту немесе `--pitch-mm` мәнін арттыру
        [starts] `--apart-mm` мәнін азайту
        [way] `--way-cells` мәнін азайту немесе лабиринтті үлкейту
       *[line] алаңды үлкейту немесе `--radius-mm`, `--gap-mm`, `--shortest-mm` мәндерін азайту
    }.
