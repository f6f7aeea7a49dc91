# Программа файлдары, командалық жол және осы компьютер.

program-missing = «{ $file }» файлы жоқ.
    .try = файлдың аты мен қалтасын тексеру.
program-no-main = «{ $folder }» қалтасында main.py файлы жоқ, ал программа содан басталады.
    .try = программаның басты файлын main.py деп атау.
program-binary = «{ $file }» — мәтін емес, екілік файл.
    .try = аты .py деп бітетін файлды таңдау.
program-not-utf8 = «{ $file }», { $line }-жол: әріптер UTF-8 кодтауымен жазылмаған.
    .try = файлды UTF-8 кодтауымен қайта сақтау.
program-link-outside = «{ $file }» — «{ $folder }» қалтасынан сыртқа апаратын сілтеме.
    .try = қалтаға файлдың өзін салу.
program-too-many-files = «{ $folder }» қалтасында файлдар { $limit }-ден көп.
    .try = программаға керек файлдарды ғана қалдыру.
program-file-name = «{ $file }» файлының атында плата оқи алмайтын таңбалар бар.
    .try = файлды әріптер мен цифрлармен атау.
program-no-file = «{ $file }» — оқуға болатын файл емес.
    .try = программаның мәтінін сол жерге сақтау.
program-unreadable = «{ $file }» файлын оқуға рұқсат жоқ.
    .try = файлдың рұқсаттарын тексеру.
program-too-big = «{ $file }» { $size_kb } КБ орын алады, ал платаға { $limit_kb } КБ ғана сыяды.
    .try = онда тек программаға керегі тұрғанын тексеру.
module-other-runner = `{ $file }`, { $line }-жол: `{ $module }` модулі тек `{ $runner }` ішінде бар.
    .try = --runtime { $runner } деп іске қос.

task-unknown = «{ $name }» деген тапсырма жоқ. Барлары: { $known }.
task-unknown-near = «{ $name }» деген тапсырма жоқ. Мүмкін, «{ $near }» шығар?
variant-unknown = «{ $task }» тапсырмасында «{ $name }» нұсқасы жоқ. Барлары: { $known }.
variant-unknown-near = «{ $task }» тапсырмасында «{ $name }» нұсқасы жоқ. Мүмкін, «{ $near }» шығар?
round-undrawn = «{ $variant }» нұсқасының әлемі кез келген турда бірдей.
    .try = турды көрсетпеу.
robot-too-large = { $what ->
    [length] «{ $robot }» роботының ұзындығы — { $got } мм; { $rule } бойынша { $most } мм-ден аспауы керек, { $over } мм артық
    [width] «{ $robot }» роботының ені — { $got } мм; { $rule } бойынша { $most } мм-ден аспауы керек, { $over } мм артық
   *[mass] «{ $robot }» роботының салмағы — { $got } г; { $rule } бойынша { $most } г-нан аспауы керек, { $over } г артық
}.
    .try = кішірек робот алу.
number-needed = { $option } параметрінен кейін бүтін сан керек, ал жазылғаны — «{ $got }».
    .try = мысалы, { $option } { $example } деп жазу.
choice-needed = { $option } параметрінен кейін тек { $known } жазуға болады, ал жазылғаны — «{ $got }».
choice-needed-near = { $option } параметрінен кейін «{ $got }» жазылған. Мүмкін, «{ $near }» шығар?
folder-unwritable = «{ $folder }» қалтасына ештеңе жазу мүмкін емес.
    .try = --out параметрінен кейін басқа қалтаны көрсету.
folder-unwritable-copy = «{ $folder }» қалтасына ештеңе жазуға болмайды немесе дискіде орын қалмаған.
    .try = дискідегі орын мен рұқсатты тексеру немесе басқа қалта көрсету.
folder-unwritable-missing = «{ $folder }» деген қалта жоқ.
    .try = оны `{ $make }` командасымен жасау немесе басқа қалта көрсету.
out-not-file = «{ $name }» — { $folder ->
        [0] кәдімгі файл емес
       *[other] файл емес, қалта
    }; оған ештеңе жазылмайды.
    .try = --out параметрінен кейін файл атын көрсету.

output-cut = Программа { $limit_kb } КБ-тан көп мәтін шығарды; қалғаны сақталған жоқ.
    .try = мәтінді сирегірек шығару.

node-missing = Бұл компьютерде Node.js жоқ, онсыз MicroPython да жоқ.
    .try = `make setup` командасын орындау немесе --runtime cpython деп іске қосу.
micropython-missing = MicroPython әлі жүктеп алынбаған.
    .try = `make setup` командасын орындау.
child-lost = Программа жүріп тұрған процесс күтпеген жерден жабылды. Бұған программа кінәлі емес.
    .try = қайта іске қосу; қайталанса, бізге хабарлау.
own-fault = Бұл — біздің қатеміз: { $what }.
    .try = --debug деп қайталап, шыққан мәтінді бізге жіберу.
interrupted = Жүріс пернетақтадан үзілді.

option-unknown = { $name } деген параметр жоқ.
    .try = `{ $command } --help` анықтамасын қарау.
option-unknown-near = { $name } деген параметр жоқ. Мүмкін, { $near } шығар?
option-value-missing = { $name } параметрінен кейін ештеңе жазылмаған.
    .try = `{ $command } --help` анықтамасын қарау.
options-exclude = { $first } және { $second } бірге қолданылмайды.
    .try = біреуін ғана таңдау.
argument-missing = { $name } жетіспейді.
    .try = `{ $command } --help` анықтамасын қарау.
argument-extra = «{ $name }» не үшін жазылғаны түсініксіз.
    .try = `{ $command } --help` анықтамасын қарау.
command-unknown = «{ $name }» деген команда жоқ.
    .try = `marshrut --help` анықтамасын қарау.
usage-wrong = Команданы түсіну мүмкін болмады: { $what }
number-range = { $option } параметрінен кейін { $least }–{ $most } аралығындағы сан керек, ал жазылғаны — «{ $got }».

micropython-old = Мұнда MicroPython { $version } тұр, ал { $wanted } керек.
    .try = `make setup` командасын орындау.
doctor-tasks = Тапсырмалар
doctor-no-affinity = Бұл жүйеде жүріс ұзағырақ есептеледі: оның екі процесін бір ядрода ұстау мүмкін емес.
programs-many = Программа саны { $count }, ал бір әлемде ең көбі { $most } робот бола алады.
    .try = бірден азырақ программа іске қосу.
