# TRIK Studio алаңдары: marshrut world import.

field-unreadable = Бұл файл оқылмайды.
    .try = оның ашылатынын тексеру.
field-not-a-field = Бұл TRIK Studio сақтаған жоба да, алаң да емес.
    .try = `.qrs` файлын немесе 2D-модельден сақталған `.xml` алаңын беру.
field-empty = Бұл файл бос.
    .try = жобаны TRIK Studio-да қайта сақтау.
field-no-world = Бұл файлда алаң жоқ, тек программа бар.
    .try = оны TRIK Studio-да ашып, 2D-модельде алаң салып, сақтау.
field-xml = Мұнда XML қате жазылған, ары қарай оқылмайды.
    .try = тырнақшаны, «<» пен «>» жақшаларын және жабатын тегтерді тексеру.
field-entities = Бұл XML өз мән-атауларын (entity) жариялайды; мұндай файлдар оқылмайды.
    .try = `<!DOCTYPE … [ … ]>` жариялауын алып тастау.
field-large = Файл тым үлкен: { $what ->
    [file] { $most } МБ-тан артық
    [unpacked] ашылған күйінде { $most } МБ-тан артық
    [entries] архивте { $most } бөліктен артық
    [deep] тегтер бірінің ішіне бірі { $most } деңгейден терең салынған
   *[nodes] { $most } тегтен артық
}.
field-damaged = Архив бүлінген.
    .try = жобаны TRIK Studio-да қайта сақтау.
field-folder-taken = Бұл қалта бұрыннан бар және бос емес.
    .try = --out параметрінен кейін басқа қалтаны көрсету.
field-fails = Бұл алаңнан әлем шықпады: { $why }
    .try = алаңды бізге жіберу.

trik-written = { $folder } қалтасына жазылды: world.toml, task.toml, report.txt және қалғандары
trik-line = { $line }-жол: { $text }
trik-report-title = «{ $title }» алаңы
trik-report-mat = Көшірілгені: { $counts }; алаң { $width } × { $height } мм.
trik-count-nothing = ештеңе
trik-count-painted = { $count } сызық пен пішін
trik-count-walls = { $count } қабырға
trik-count-objects = { $count } зат
trik-count-zones = { $count } аймақ
trik-count-pictures = { $count } сурет
trik-report-rules = Ереже саны: { $count }, олар rules.toml файлында. Әзірге олар бойынша ештеңе бағаланбайды; жүріс { $seconds } с созылады.
trik-report-no-rules = Алаңда ереже жоқ. Жүріске { $seconds } с беріледі.
trik-report-whole = Бәрі көшірілді.
trik-report-notes = Көшірілмегені немесе басқаша көшірілгені ({ $count }):
trik-report-more = … және тағы { $count }: { $file } файлын қараңыз
trik-more-alike = …және дәл осындай тағы { $count } ескерту.
trik-title = Файлдан алынған алаң
trik-task-summary = TRIK Studio-дан алынған «{ $title }» алаңы. Мұнда ештеңе бағаланбайды.
trik-task-text = Бұл алаң TRIK Studio-дан көшірілген. Жүріске { $seconds } с беріледі, ештеңе бағаланбайды. Алаң нені талап ететіні `rules.toml` файлында, көшірілмегені `report.txt` файлында жазылған.

trik-value = «{ $tag }» тегінің `{ $name }` мәні «{ $got }» деп жазылған, оны оқу мүмкін емес.
trik-no-unit = Ұзындық бірлігі аталмаған; 3,5 мм-лік пиксель деп есептелді.
trik-unit = «{ $got }» деген ұзындық бірлігі белгісіз; 3,5 мм-лік пиксель деп есептелді.
trik-unknown = «{ $tag }» тегі мұнда белгісіз, ол алынбады.
trik-no-size = «{ $tag }» тегінің өлшемі жоқ, ол алынбады.
trik-line-width = Сызықтың ені { $got } мм; { $used } мм алынды.
trik-dashes = Үзік сызықта { $count } штрих болар еді; ұзынырақ { $used } штрих салынды.
trik-see-through = «{ $tag }» жартылай мөлдір; бос алаңда көрінетін түсі алынды.
trik-physics = «{ $tag }»: { $names } көшірілмеді, мұнда заттардың өз үйкелісі бар.
trik-size = «{ $tag }»: `{ $name }` мәні { $got } { $unit ->
    [g] г
   *[mm] мм
    }, алынғаны — { $used }.
trik-walls-thin = Мұнда қабырғалар жұқа, ал TRIK Studio-да қалыңдығы 35 мм: өткелдер сонша кеңейді.
trik-bound = Аймақ «{ $got }» пішініне байланған, ал алаңда ондай тіктөртбұрыш та, эллипс те жоқ; аймақ алынбады.
trik-bound-stroke = Аймақ пішіннің шетіндегі жолақ еді; бүкіл пішін алынды.
trik-picture-elsewhere = «{ $path }» суреті басқа файлда жатыр, алаңның ішінде жоқ.
trik-picture-broken = «{ $path }» суреті бүлінген.
trik-picture-large = Суретте { $width } × { $height } нүкте бар, бұл тым көп.
trik-picture-coarser = Сурет { $width } × { $height } нүктеге дейін кішірейтілді.
trik-picture-unseen = Бұл — фон, роботтар оны онда көрмейді: ол { $file } болып қасында жатыр, ал world.toml ішінде түсініктеме болып жазылған.
trik-no-robot = Робот қойылмаған; старт алаң координаталарының басынан алынды.
trik-two-places = Робот старт белгісінің үстінде тұрған жоқ; белгінің орны алынды.
trik-other-robot = Басқа конструктордың «{ $name }» роботы көшірілмеді.
trik-robot-physics = Роботтың { $names } қасиеттері көшірілмеді: мұнда басқа робот жүреді.
trik-sensor = { $port } портындағы { $place } орнындағы «{ $kind }» датчигі көшірілмеді: мұндағы роботтың өз датчиктері бар.
trik-trace = Робот маркерінің ізі ({ $count }) көшірілмеді.
trik-part-broken = «{ $part }» бөлігі бүлінген [{ $why }]; алаң онсыз көшірілді.
trik-too-far = «{ $name }» старт айналасындағы { $most } × { $most } м алаңға сыймайды.
trik-too-many = «{ $name }» көшірілмеді: мұндай нәрсе { $most } данадан артық болмайды.
trik-left-out = «{ $name }» көшірілмеді. { $why }
trik-partly = «{ $name }» тұтас көшірілмеді. { $why }
trik-start = Бұл старт тапсырманың роботына жарамайды. { $why }
trik-stretched = Сурет созылған еді; мұнда ол өз пропорциясымен тұр.

trik-rule-tag = Ережедегі «{ $tag }» тегі белгісіз.
trik-rule-count = «{ $tag }» ішінде { $wanted } бөлік болуы керек, ал бары — { $got }.
trik-rule-attribute = «{ $tag }» тегінде `{ $name }` жетіспейді.
trik-rule-value = «{ $tag }» тегінде «{ $got }» деп жазылған, оны оқу мүмкін емес.
trik-rule-nothing = Ереже «{ $name }» дегенді атайды, ал ол алаңда да, ережелерде де жоқ.
trik-rule-twice = «{ $name }» деген оқиға бірнешеу.
trik-rule-deep = «{ $tag }» тым күрделі немесе тым ұзын, ол көшірілмеді.
trik-rule-lost = «{ $tag }»{ $named ->
        [0] {""}
       *[other] {" "}{ $name }
    } тұтас көшірілмеді.
trik-time-limits = Уақыт шегі { $count }, ал біреу болуы керек; { $count ->
    [0] { $used } с алынды
   *[other] біріншісі алынды
}.
trik-time-limit = Уақыт шегі { $got } мс; { $used } мс алынды.
trik-attribute = «{ $tag }» тегінде `{ $name }` болмайды{ $some ->
    [0] {""}
   *[other]  (мүмкін, `{ $near }` шығар?)
}; TRIK Studio-да да, мұнда да ол ештеңе білдірмейді.
trik-template = «{ $name }» үлгісі { $why ->
    [unknown] мұнда белгісіз
    [endless] өзін-өзі шақырады
   *[broken] ашылмайды
}.
trik-template-lacks = «{ $name }» үлгісіне «{ $parameter }» параметрі берілмеген.
