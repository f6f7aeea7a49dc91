# Төрешінің әр тексеру туралы сөзі. Уақыт — секундпен, жол — миллиметрмен.

judge-start-so = Робот қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секунд өткенде оның алдыңғы бөлігі старт сызығын кесіп өтті.
judge-start-not = Робот старт сызығына жетпеді.
judge-start-not-still = Робот орнынан қозғалмады.
judge-start-not-backward = Робот кері бағытта жүріп, старт сызығын кесіп өтпеді.
judge-progress-so = Айналымның { $percent } пайызы { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтілді.
judge-progress-not = Робот айналымның { $percent } пайызына жетпеді: жүргені — { $reached } %.
judge-finish-so = Мәре: бүкіл айналым { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтілді.
judge-finish-not = Робот мәреге жетпеді: айналымның { $reached } пайызын жүрді.

judge-false-start-not = Жаңылыс старт болған жоқ.
judge-false-start-so = Жаңылыс старт: робот старт сызығын батырма басылардан { $early_s } секунд бұрын кесіп өтті.
judge-rejoin-not = Робот жолды қысқартқан жоқ.
judge-rejoin-so = Робот жолды қысқартты: сызыққа оны жоғалтқан жерінен { $ahead_mm } мм әріде қайта түсті. Рұқсат етілгені — { $slack_mm } мм.
judge-off-line-for-not = { $count ->
    [0] Робот сызықты жоғалтқан жоқ.
   *[other] Робот сызықты { $count } рет жоғалтты, бірақ рұқсат етілген уақыттан асқан жоқ.
}
judge-off-line-for-so = Робот сызықтан тыс { $limit_s } секундтан артық жүрді.
judge-left-field-not = Робот алаңнан шыққан жоқ.
judge-left-field-so = Робот алаңнан шығып кетті.
judge-object-out-so = «{ $name }» старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта аймақтан толық шықты.
judge-object-out-not = «{ $name }» аймақта қалды: сыртқа шығуына { $short_mm } мм жетпеді.
judge-moved-early-not = Батырма басылғанша робот орнынан қозғалған жоқ.
judge-moved-early-so = Робот батырма басылудан { $early_s } с бұрын орнынан қозғалды.
judge-outside-not = Робот аймақтан тыс толығымен { $limit_s } секундтан артық болған жоқ (ең ұзағы — { $longest_s } с).
judge-outside-so = Робот аймақтан тыс толығымен { $limit_s } секундтан артық болды.
judge-time-limit-so-counted = { $limit_s } секундта робот аяқтай алмады: барлығы { $of } іс, орындалғаны — { $done }.
judge-time-limit-not = Жүріс { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундқа созылды, берілгені — { $limit_s } с.
judge-time-limit-so = Робот { $limit_s } секундта аяқтап үлгермеді: айналымның { $reached } пайызын жүрді.

judge-inside-so = Робот «{ $zone }» аймағына старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта кірді.
judge-inside-not = { $part ->
    [all] { $over ->
        [0] Робот «{ $zone }» аймағына кірген жоқ: соңында оған { $away_mm } мм қалды.
       *[other] Робот «{ $zone }» аймағына толық кірген жоқ: соңында оның шетінен { $out_mm } мм шығып тұрды.
    }
   *[other] { $short_mm ->
        [0] Робот «{ $zone }» аймағында болды, бірақ соңында онда емес еді: оған { $away_mm } мм қалды.
       *[other] Робот «{ $zone }» аймағына кірген жоқ: ең жақын келгенде оған { $short_mm } мм қалды.
    }
}
judge-stopped-in-so = Робот «{ $zone }» аймағында старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта тоқтады.
judge-stopped-in-not = { $how ->
    [short] Робот «{ $zone }» аймағында ең ұзағы { $rested_s } с тұрды, ал { $for_s } с тұруы керек.
    [passed] Робот «{ $zone }» аймағында болды, бірақ онда тоқтаған жоқ.
    [out] Робот «{ $zone }» аймағына тұтас кірмей тоқтады: соңында { $out_mm } мм шығып тұрды.
   *[away] Робот «{ $zone }» аймағында тоқтаған жоқ: соңында оған { $part ->
        [axle] доңғалақ білігінің ортасынан { $away_mm } мм қалды{ $short_mm ->
            [0] {""}
           *[other] , ең жақыны { $short_mm } мм болды
        }
       *[other] { $away_mm } мм қалды
    }.
}
judge-idle-so = Робот { $limit_s } секундтан артық қозғалмай тұрды.
judge-idle-not = Робот бір рет те { $limit_s } секундтан артық тұрып қалған жоқ.
judge-touched-so = { $what ->
    [wall] Робот старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта қабырғаға тиді.
    [robot] Робот старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта қарсыласқа тиді.
   *[other] Робот старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта «{ $name }» затына тиді.
}
judge-touched-not = { $what ->
    [wall] Робот бірде-бір қабырғаға тимеді.
    [robot] Робот қарсыласқа тимеді.
   *[other] Робот заттарға тимеді.
}
judge-not-yet = Бұл { $rules } орындалғаннан кейін ғана есепке алынады, ал оған жетпеді.
judge-way-so = Старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта «{ $first }» аймағынан «{ $last }» аймағына дейінгі ең қысқа жолдың { $count } ұяшығынан { $wanted } ұяшық өтілді.
judge-way-not = «{ $first }» аймағынан «{ $last }» аймағына дейінгі ең қысқа жолдың { $count } ұяшығынан { $reached } ұяшық өтілді, ал керегі — { $wanted }.
judge-passed-side-so = Робот «{ $post }» затының { $side ->
    [left] сол
   *[other] оң
} жағынан өтті.
judge-passed-side-not = Робот «{ $post }» затының { $side ->
    [left] сол
   *[other] оң
} жағынан өткен жоқ.
judge-object-in-so = «{ $name }» старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта «{ $zone }» аймағына түсті.
judge-object-in-not = «{ $name }» «{ $zone }» аймағында емес: оған { $short_mm } мм қалды.
judge-object-moved-so = «{ $name }» { $moved_mm } мм жылжытылды.
judge-object-moved-not = Зат { $beyond_mm } мм-ден артық жылжытылған жоқ.
judge-object-fallen-so = «{ $name }» старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта құлады.
judge-object-fallen-not = Зат тұр.
judge-rival-outside-so = Қарсылас старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта аймақтан шықты.
judge-rival-outside-not = Қарсылас аймақта қалды.
judge-rival-moved-early-so = Қарсылас рұқсат етілгеннен { $early_s } секунд бұрын қозғалды.
judge-rival-moved-early-not = Қарсылас уақытынан бұрын қозғалған жоқ.
judge-caught-so = Робот қарсыласты старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта қуып жетті.
judge-caught-not = Робот қарсыласты қуып жетпеді.
judge-nearer-so = Уақыт біткенде робот ортаға жақынырақ болды: { $own_mm } мм, ал қарсыласта { $other_mm } мм.
judge-nearer-not = Робот қашықтық бойынша жеңген жоқ: ортаға оған { $own_mm } мм, қарсыласқа { $other_mm } мм.
judge-called-so = Төреші солай шешті.
judge-called-not = Төреші мұны жарияламады.
judge-scored-so = { $kk }
judge-scored-not = { $kk }

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
    .try = соңғы жол не істейтінін және программа роботты күте ме, соны қарау. Соңғы жолдан кейін `rover` моторлары өшіріледі; өз таймерлерің мен үзулерің жұмысын жалғастыра береді.
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
ended-out_of_field-counted = Робот алаңнан шығып кетті.
    .try = суреттен роботтың қай жаққа бұрылғанын және қанша жүргенін қарау.
ended-goal-counted = Мақсат орындалды: барлығы { $of } іс, орындалғаны — { $done }.
ended-time_limit-counted = Уақыт бітті, ал робот әлі аяқтаған жоқ: барлығы { $of } іс, орындалғаны — { $done }.
    .try = жүрісті қайта көріп, роботтың қай жерде уақыт жоғалтатынын табу.
ended-program_end-counted = Программа мақсат орындалмай тұрып аяқталды: барлығы { $of } іс, орындалғаны — { $done }.
    .try = төмендегі ✗ таңбасы бар бірінші жолды қарау: не жетпегені сонда айтылған.
ended-moved_early = Жаңылыс старт: робот батырма басылудан { $early_s } с бұрын орнынан қозғалды.
    .try = программаның басында батырманың басылуын күту.
ended-outside = Робот аймақтан тыс толығымен { $limit_s } секундтан артық болды.
    .try = датчиктер шекараны көрген бойда кері бұрылу.
ended-goal-rival-outside = Жеңіс: қарсылас итеріп шығарылды.
ended-goal-rival-moved-early = Жеңіс: қарсылас уақытынан бұрын қозғалды.
ended-goal-nearer = Жеңіс: уақыт біткенде робот ортаға жақынырақ болды ({ $own_mm } мм және { $other_mm } мм).
ended-goal-caught = Жеңіс: қарсылас қуып жетілді.
ended-goal-forfeit = Жеңіс: қарсыластың программасы тоқтатылды, ол программаға рұқсат етілмеген іс жасады.
ended-beaten-rival-outside = Жеңіліс: робот итеріп шығарылды.
ended-beaten-rival-moved-early = Жеңіліс: робот рұқсат етілгеннен { $early_s } секунд бұрын қозғалды.
ended-beaten-nearer = Жеңіліс: уақыт біткенде қарсылас ортаға жақынырақ болды ({ $own_mm } мм және { $other_mm } мм).
ended-beaten-caught = Жеңіліс: қарсылас роботты қуып жетті.
ended-draw = Тең.
course-no-rival = Ережеде қарсылас туралы айтылған, ал робот мұнда жалғыз.
    .try = тапсырма файлына [bout] кестесін қосу.
bout-robots = Бұл тапсырмада екі робот бар, ал программа саны — { $count }.
    .try = екі программа беру: өз роботыңдікі және қарсыластікі.
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
trace-other-task = Бұл жүріс «{ $run_task }» тапсырмасы бойынша өткен, оны «{ $task }» бойынша бағалауға болмайды.
    .try = жүріс өткен тапсырманы атау.
trace-other-version = Бұл жүріс «{ $task }» тапсырмасының басқа нұсқасы бойынша немесе басқа роботпен өткен.
    .try = тапсырманың сол нұсқасын және сол роботты алу.
trace-other-world = Бұл жүріс әлем файлында, басқа роботпен немесе «{ $task }» тапсырмасының басқа нұсқасы бойынша өткен.
    .try = --task соңына әлем файлын немесе --robot соңына роботты жазу.
trace-other-round = Бұл жазбадағы әлем — «{ $variant }» нұсқасының { $round }-туры салатын әлем емес.
    .try = жазбаны іске қосу қалай қалдырса, солай алу.
trace-other-fields = Жүріс жазбасындағы шамалар төреші күткендей емес.
    .try = жүрісті Marshrut-тың осы шығарылымымен өткізу.
trace-disagrees = Жазбада жүріс «{ $ended }» деп аяқталған, бірақ ереже бойынша төреші ондай аяқталуды көрмейді.
    .try = жазбаның өзгертілмегенін тексеру немесе қате туралы бізге хабарлау.
course-no-line = Бұл әлемде «{ $path }» тұйық сызығы жоқ, ал тапсырма соның бойымен өтеді.
course-no-zone = Бұл әлемде «{ $zone }» аймағы жоқ, ал тапсырманың ережелері сол туралы айтады.
    .try = тапсырма файлындағы `zone` мәнін әлеммен салыстыру.
course-no-cell = «{ $zone }» аймағы шаршы емес, ал тапсырманың ережелері жолды соның өлшеміндегі ұяшықтармен санайды.
    .try = оған ұяшықтың бұрыштарын беру.
course-no-way = Бұл әлемде «{ $first }» аймағынан «{ $last }» аймағына апаратын жол жоқ.
    .try = жолды қабырғалар жауып тұрған жоқ па, `first` пен `last` екі бөлек ұяшық па, соны қарау.
course-no-object = Бұл әлемде аты «{ $objects }» деп басталатын зат жоқ, ал тапсырманың ережелері солар туралы айтады.
    .try = тапсырма файлындағы `objects` мәнін әлеммен салыстыру.
course-start-beyond = «{ $start }» стартында тұрған робот старт сызығынан өтіп кеткен.
    .try = стартты артқа жылжыту.
ended-broken_protocol = Программа өзінің симулятормен байланысына араласты, сондықтан жүріс тоқтатылды.
    .try = программада платаның модульдерін ғана қалдыру: sys.modules пен «_» таңбасынан басталатын аттарды алып тастау.
ended-reset_loop = Плата 20 реттен артық қайта қосылды, сондықтан жүріс тоқтатылды.
    .try = программа machine.reset() немесе deepsleep() функциясын қай жерде шақыратынын табу; шақырмаса, батареяның кернеуін тексеру.
ended-reset_loop-supply = Платаға кернеу жетпеді: ол 20 реттен көп қайта қосылды, сондықтан жүріс тоқтатылды.
    .try = батареяны (робот файлындағы `open_circuit_v` пен `brown_out_v`) және моторлардың тіреліп қалмағанын тексеру.

# Тапсырма қалтасындағы ұпай есептеу программасы (`scorer.py`).
scorer-error = Ұпай есептеу программасы{ $line ->
        [0] {""}
       *[other] {" "}{ $line }-жолда
    } тоқтап қалды: { $cls }{ $text ->
        [none] {""}
       *[other] : { $text }
    }.
    .try = осы жолды түзету: scorer.py файлын тапсырма авторында да, төрешіде де MicroPython орындайды.
scorer-ended = Ұпай есептеу программасы соңына дейін жетпеді: { $ended ->
        [printed] ол { $cap_kb } КБ-тан артық мәтін шығарды, одан кейін айтқаны жоғалды
        [left] ол соңғы жолына жетпей шығып кетті
        [stuck] ол ештеңе істемейтін циклде тұрып қалды
        [time_limit] ол бір минуттан артық ұйықтады
        [cpu_limit] ол бір минуттан артық есептеді
        [forbidden] ол программаларға тыйым салынған әрекет жасады
        [memory] ол тым көп жад алды
       *[other] оның процесі үзілді
    }.
    .try = scorer.py ішіндегі шексіз циклдерді, `print`, `sys.exit()`, `machine.reset()` жолдарын және үлкен тізімдерді тексеру.
scorer-finding = Ұпай есептеу программасы шығарған жолды нәтиже деп оқу мүмкін емес: { $line }
    .try = нәтижені тек `scoring.found(…)` және `scoring.missed(…)` арқылы хабарлау: уақыт, сан және ұпай — бүтін сандар.
scorer-silent = Ұпай есептеу программасы `{ $rule }` ережесі туралы ештеңе айтпады.
    .try = kind = "scored" деп жазылған әр ереже үшін `scoring.found(…)` немесе `scoring.missed(…)` шақыру.
scorer-twice = Ұпай есептеу программасы `{ $rule }` тексеруі туралы бірнеше рет айтады.
    .try = солай ма, жоқ па — scorer.py ішінде шешіп, бір рет айту.
scorer-rule = Ұпай есептеу программасы өзінен сұралмаған `{ $rule }` ережесі туралы айтады.
    .try = task.toml ішінде kind = "scored" деп жазылған ережелердің бірін атау: { $known }.
scorer-time = Ұпай есептеу программасы `{ $rule }` ережесі үшін { $t_us } мкс уақытты атайды, ал жүріс { $last_us } мкс болды.
    .try = уақытты жүрістің күйлерінен алу: `state.t_us`.
scorer-value = `{ $rule }` ережесінің сөйлемінде `{"{"}value{"}"}` бар, ал ұпай есептеу программасы санды атамады.
    .try = оны беру: `value=…`, бүтін сан.
scorer-points = Ұпай есептеу программасы `{ $rule }` ережесіне { $points } ұпай береді; 0-ден { $most } дейін болады.
    .try = scorer.py ішіндегі есепті немесе task.toml ішіндегі осы тексерудің `points` мәнін тексеру; айып пен тыйымда ұпай болмайды.
