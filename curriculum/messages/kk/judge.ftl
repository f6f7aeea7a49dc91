# Төрешінің әр тексеру туралы сөзі. Уақыт — секундпен, жол — миллиметрмен.

judge-start-passed = Роботтың алдыңғы бөлігі қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта старт сызығын кесті.
judge-start-missed = Робот старт сызығына жетпеді.
judge-start-missed-still = Робот орнынан қозғалмады.
judge-start-missed-backward = Робот кері бағытта кетіп, старт сызығын кеспеді.
judge-progress-passed = Айналымның { $percent } пайызы { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтілді.
judge-progress-missed = Робот айналымның { $percent } пайызына жетпеді: жүргені — { $reached } %.
judge-finish-passed = Мәре: бүкіл айналым { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтілді.
judge-finish-missed = Робот мәреге жетпеді: айналымның { $reached } пайызын жүрді.

judge-false-start-passed = Жаңылыс старт болған жоқ.
judge-false-start-missed = Жаңылыс старт: робот старт сызығын батырма басылудан { $early_s } секунд бұрын кесті.
judge-rejoin-passed = Робот жолды қысқартқан жоқ.
judge-rejoin-missed = Робот жолды қысқартты: сызыққа айырылған жерінен { $ahead_mm } мм әрі оралды. Рұқсат етілгені — { $slack_mm } мм.
judge-off-line-for-passed = { $count ->
    [0] Робот сызықтан айырылған жоқ.
   *[other] Робот сызықтан { $count } рет айырылды, бірақ рұқсат етілген уақыттан асқан жоқ.
}
judge-off-line-for-missed = Робот сызықтан тыс { $limit_s } секундтан артық жүрді.
judge-left-field-passed = Робот алаңнан шыққан жоқ.
judge-left-field-missed = Робот алаңнан шығып кетті.
judge-time-limit-passed = Жүріс { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундқа созылды, берілгені — { $limit_s } с.
judge-time-limit-missed = Робот { $limit_s } секундта аяқтап үлгермеді: айналымның { $reached } пайызын жүрді.

mark-start = Старт: уақыт жүре бастады.
mark-progress = Айналымның { $percent } пайызы, { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-finish = Мәре: { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
mark-lost = Айналымның { $percent } пайызында робот сызықтан айырылды.
mark-regained = Робот { NUMBER($off_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтан кейін сызыққа қайта оралды.

# Жүріс немен аяқталды.

ended-goal = Робот мәреге жетті.
ended-time_limit = Уақыт бітті, ал робот әлі аяқтаған жоқ: { $reached } % жүрді.
    .try = қайта көруден робот уақытты қай жерде жоғалтатынын қарау.
ended-program_end = Программа мәреге жетпей аяқталды: робот { $reached } % жүрді.
    .try = программаның циклден қай жерде шығатынын тексеру.
ended-program_error = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолдағы{" "}
    }{ $cls } қатесінен тоқтады.
ended-stuck = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолдағы{" "}
    }циклден шыға алмай қалды: 5 секунд бойы роботтан ештеңе сұраған жоқ.
    .try = бұл циклдің қашан бітетінін тексеру немесе оған кідіріс қосу.
ended-off_line = Робот сызықтан тыс { $limit_s } секундтан артық жүрді.
    .try = қайта көруден сызықтан айырылған сәтті қарау.
ended-shortcut = Робот сызыққа айырылған жерінен { $ahead_mm } мм әрі оралды. Рұқсат етілгені — { $slack_mm } мм.
    .try = сызыққа айырылған жерінен қайта түсу.
ended-false_start = Жаңылыс старт: робот старт сызығын батырма басылудан { $early_s } секунд бұрын кесті.
    .try = программаның басында батырманы күту.
ended-out_of_field = Робот алаңнан шығып кетті.
    .try = сызықтан айырылғанда роботты тоқтату.
ended-hung = Программа жауап бермей қалды, жүріс үзілді. Бұл программаның өзі туралы ештеңе білдірмейді.
    .try = басқа программаларды жауып, қайта іске қосу.
ended-output_cap = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолда{" "}
    }тым көп жазба жасады, жүріс тоқтатылды.
    .try = сирегірек жазып, шықпаларды сирегірек ауыстыру.
ended-memory = Программаға { $line ->
        [0] {""}
       *[other] { $line }-жолда{" "}
    }платаның жады жетпеді.
    .try = бірден аз дерек сақтау.

# Жүріс жазбасын неге бағалауға болмайды.

trace-unfinished = Жүріс жазбасы үзіліп қалған: соңы жоқ.
    .try = жүрісті қайта өткізу.
trace-other-task = Бұл жазба «{ $run_task }» тапсырмасының басқа нұсқасымен жасалған; оны «{ $task }» бойынша бағалауға болмайды.
    .try = жүріс өткен тапсырманың нұсқасын алу.
trace-other-fields = Жүріс жазбасындағы шамалар төреші күткендей емес.
    .try = жүрісті осы Marshrut нұсқасымен өткізу.
trace-disagrees = Жазбада «{ $ended }» деген соң тұр, бірақ ереже бойынша төреші оны көріп тұрған жоқ.
    .try = жазбаның өзгертілмегенін тексеру немесе бізге қатені хабарлау.
course-no-line = Бұл әлемде «{ $path }» тұйық сызығы жоқ, ал тапсырма соның бойымен өтеді.
course-start-beyond = «{ $start }» стартында робот старт сызығынан өтіп тұр.
    .try = стартты артқа жылжыту.
ended-broken_protocol = Бағдарлама симулятордың өз байланысына араласты, сондықтан жүріс тоқтатылды.
