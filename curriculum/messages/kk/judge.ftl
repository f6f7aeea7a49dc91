# Төрешінің әр тексеру туралы сөзі. Уақыт — секундпен, жол — миллиметрмен.

judge-start-passed = Робот қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секунд өткенде оның алдыңғы бөлігі старт сызығын кесіп өтті.
judge-start-missed = Робот старт сызығына жетпеді.
judge-start-missed-still = Робот орнынан қозғалмады.
judge-start-missed-backward = Робот кері бағытта жүріп, старт сызығын кесіп өтпеді.
judge-progress-passed = Айналымның { $percent } пайызы { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтілді.
judge-progress-missed = Робот айналымның { $percent } пайызына жетпеді: жүргені — { $reached } %.
judge-finish-passed = Мәре: бүкіл айналым { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтілді.
judge-finish-missed = Робот мәреге жетпеді: айналымның { $reached } пайызын жүрді.

judge-false-start-passed = Жаңылыс старт болған жоқ.
judge-false-start-missed = Жаңылыс старт: робот старт сызығын батырма басылардан { $early_s } секунд бұрын кесіп өтті.
judge-rejoin-passed = Робот жолды қысқартқан жоқ.
judge-rejoin-missed = Робот жолды қысқартты: сызыққа оны жоғалтқан жерінен { $ahead_mm } мм әріде қайта түсті. Рұқсат етілгені — { $slack_mm } мм.
judge-off-line-for-passed = { $count ->
    [0] Робот сызықты жоғалтқан жоқ.
   *[other] Робот сызықты { $count } рет жоғалтты, бірақ рұқсат етілген уақыттан асқан жоқ.
}
judge-off-line-for-missed = Робот сызықтан тыс { $limit_s } секундтан артық жүрді.
judge-left-field-passed = Робот алаңнан шыққан жоқ.
judge-left-field-missed = Робот алаңнан шығып кетті.
judge-time-limit-passed = Жүріс { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундқа созылды, берілгені — { $limit_s } с.
judge-time-limit-missed = Робот { $limit_s } секундта аяқтап үлгермеді: айналымның { $reached } пайызын жүрді.

mark-start = Старт: уақыт жүре бастады.
mark-progress = Айналымның { $percent } пайызы, { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-finish = Мәре: { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-lost = Айналымның { $percent } пайызында робот сызықты жоғалтты.
mark-regained = Робот { NUMBER($off_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтан кейін сызыққа қайта түсті.

# Жүріс немен аяқталды.

ended-goal = Робот мәреге жетті.
ended-time_limit = Уақыт бітті, ал робот әлі аяқтаған жоқ: жолдың { $reached } пайызын жүрді.
    .try = жүрісті қайта көріп, роботтың қай жерде уақыт жоғалтатынын табу.
ended-program_end = Программа мәреге жетпей аяқталды: робот жолдың { $reached } пайызын жүрді.
    .try = соңғы жол не істейтінін және программа роботты күте ме, соны қарау. Таймерлер мен үзулер программамен бірге тоқтайды: соңына `while True: time.sleep(1)` циклін қою керек.
ended-program_error = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолдағы{" "}
    }{ $cls } қатесінен тоқтады.
ended-program_error-inside = Программа { $cls } қатесінен тоқтады: { $place }.
ended-stuck = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолдағы{" "}
    }циклден шыға алмай қалды: 5 секунд бойы роботтан ештеңе сұраған жоқ.
    .try = бұл циклдің қашан бітетінін тексеру немесе оған кідіріс қосу.
ended-off_line = Робот сызықтан тыс { $limit_s } секундтан артық жүрді.
    .try = жүрісті қайта көріп, сызықты жоғалтқан сәтті табу.
ended-shortcut = Робот сызыққа оны жоғалтқан жерінен { $ahead_mm } мм әріде қайта түсті. Рұқсат етілгені — { $slack_mm } мм.
    .try = сызыққа оны жоғалтқан жерінде қайта түсу.
ended-false_start = Жаңылыс старт: робот старт сызығын батырма басылардан { $early_s } секунд бұрын кесіп өтті.
    .try = программаның басында батырманы күту.
ended-out_of_field = Робот алаңнан шығып кетті.
    .try = сызықты жоғалтқанда роботты тоқтату.
ended-hung = Программа жауап бермей қалды, жүріс үзілді. Бұған қарап программаның өзі туралы ештеңе айтуға болмайды.
    .try = басқа программаларды жауып, қайта іске қосу.
ended-output_cap = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолда{" "}
    }тым көп жазба жасады, жүріс тоқтатылды.
    .try = мәтінді сирегірек шығарып, шықпаларды сирегірек ауыстырып-қосу.
ended-memory = Программаға { $line ->
        [0] {""}
       *[other] { $line }-жолда{" "}
    }платаның жады жетпеді.
    .try = бір мезгілде азырақ дерек сақтау.

# Бағаланбайтын тапсырма ойдағыдай аяқталғанда.

ended-program_end-unjudged = Программа { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтан кейін аяқталды.
ended-time_limit-unjudged = Программа берілген { NUMBER($time_s, maximumFractionDigits: 2) } секунд бойы жұмыс істеді де, тоқтатылды.

# Жүріс жазбасын неге бағалауға болмайды.

trace-unfinished = Жүріс жазбасы үзіліп қалған: соңы жоқ.
    .try = жүрісті қайта өткізу.
trace-other-task = Бұл жазба «{ $run_task }» тапсырмасының басқа шығарылымымен жасалған; оны «{ $task }» бойынша бағалауға болмайды.
    .try = тапсырманың жүріс өткен шығарылымын алу.
trace-other-fields = Жүріс жазбасындағы шамалар төреші күткендей емес.
    .try = жүрісті Marshrut-тың осы шығарылымымен өткізу.
trace-disagrees = Жазбада жүріс «{ $ended }» деп аяқталған, бірақ ереже бойынша төреші ондай аяқталуды көрмейді.
    .try = жазбаның өзгертілмегенін тексеру немесе қате туралы бізге хабарлау.
course-no-line = Бұл әлемде «{ $path }» тұйық сызығы жоқ, ал тапсырма соның бойымен өтеді.
course-start-beyond = «{ $start }» стартында тұрған робот старт сызығынан өтіп кеткен.
    .try = стартты артқа жылжыту.
ended-broken_protocol = Программа өзінің симулятормен байланысына араласты, сондықтан жүріс тоқтатылды.
    .try = программада платаның модульдерін ғана қалдыру: sys.modules пен «_» таңбасынан басталатын аттарды алып тастау.
ended-reset_loop = Плата 20 реттен артық қайта қосылды, сондықтан жүріс тоқтатылды.
    .try = программа machine.reset() немесе deepsleep() функциясын қай жерде шақыратынын табу; шақырмаса, батареяның кернеуін тексеру.
