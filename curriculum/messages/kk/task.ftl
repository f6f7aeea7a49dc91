# Тапсырмалар: `marshrut task` олар туралы не айтады.

task-fine = { $task }: тапсырма дұрыс. «{ $title }», { $count } әлем, ең көбі { $points } ұпай.
task-fine-each = { $task }: тапсырма дұрыс. «{ $title }», { $count } әлем, әр әлемде ең көп ұпай: { $each }.
task-fine-unjudged = { $task }: тапсырма дұрыс. «{ $title }», { $count } әлем; мұнда ештеңе бағаланбайды.

explain-version = { $version }-нұсқа
explain-limit = Жүріс робот қосылғаннан кейін ең кеші { $limit_s } секундта аяқталады{ $rule }.
explain-robot = Старттағы робот: { $sizes }{ $rule }.
explain-robot-length = ұзындығы { $most } мм-ге дейін
explain-robot-width = ені { $most } мм-ге дейін
explain-robot-mass = салмағы { $most } г-ға дейін
explain-drawn = «{ $title }» әлемі әр турға жаңадан салынады (`--round`).
explain-unjudged = Бұл тапсырманың жүрістері бағаланбайды: мұнда жай ғана байқап көруге болады.
explain-points = Ұпайлар:
explain-check = { $points } — { $when }{ $rule }{ $goal ->
    [yes] {"; "}мақсатқа кіреді
   *[no] {""}
}
explain-conduct = Талпынысты не аяқтайды:
explain-breach = { $when } — { $verdict }{ $rule }
explain-verdict-fail = талпыныс жиналған ұпайымен есепке алынады
explain-verdict-void = талпыныс есепке алынбайды
explain-verdict-disqualified = робот жарыстан шеттетіледі
explain-ranking = Кім жоғары тұрады, рет-ретімен:
explain-rules = Ереженің тармақтары:
explain-ours = өзіміздікі
explain-penalties = Айыптар:
explain-penalty = { $points ->
    [0] {""}
   *[other] −{ $points }
}{ $s ->
    [0] {""}
   *[other] +{ $s } с
} — { $when }{ $most ->
    [0] {""}
   *[other] {"; "}ең көбі { $most } рет
}{ $rule }
explain-after = ; тек мыналардан кейін: { $rules }
explain-at-end = ; соңындағы жағдай есептеледі
explain-most = ; ең көбі { $most }
explain-group = ; { $checks } ішінен ең жақсысы есептеледі
explain-by-attempt = ; талпыныс бойынша: { $points }
explain-score = Қосынды: кемінде { $floor }{ $cap ->
    [none] {""}
   *[other] {", "}ең көбі { $cap }
}{ $factor ->
    [none] {""}
   *[other] {", "}содан кейін «{ $check }» орындалса, { $factor } санына көбейтіледі
}.
explain-bout = Екі робот. Мына тармақтардың бірі бойынша бірінші болып ұпай алған робот айқаста жеңеді: { $checks }. { $best ->
    [1] Бір айқас.
   *[other] Кездесу { $best } айқасқа дейін өтеді; көбірек жеңген ұтады.
}
explain-attempts = Талпыныс саны: { $count }; { $best ->
    [none] {""}
   *[other] ең жақсы { $best } талпыныстың{" "}
}{ $counts ->
    [best] үздігі
    [sum] қосындысы
   *[mean] орташасы
} есептеледі.
explain-verdict-zero = талпыныс есептеледі, ұпайы 0
explain-verdict-max_time = талпыныс ең үлкен уақытпен есептеледі
explain-by-penalty_ms = { $best ->
    [low] айып уақыты азырағы
   *[high] айып уақыты көбірегі
}
explain-by-total_ms = { $best ->
    [low] айыптарымен қосқанда уақыты азырағы
   *[high] айыптарымен қосқанда уақыты көбірегі
}

when-crossed = роботтың алдыңғы бөлігі { $line ->
    [start] старт сызығын
   *[finish] толық айналымнан кейін мәре сызығын
} кесіп өтті
when-progress = айналымның { $percent } пайызы жүрілді
when-object_out = «{ $zone }» аймағының үстінде бірде-бір бөлігі қалмаған әрбір «{ $objects }» заты
when-false_start = батырма басылғанша роботтың алдыңғы бөлігі старт сызығын кесіп өтті
when-moved_early = робот { $delay_s ->
    [0] батырма басылғанша
   *[other] батырма басылғаннан кейін { $delay_s } секунд өтпей
} орнынан қозғалды
when-rejoin = робот сызыққа оны жоғалтқан жерінен { $slack_mm } мм-ден артық алға барып оралды
when-off_line_for = робот сызықтан тыс { $limit_s } секундтан артық болды
when-left_field = робот білігінің ортасы алаңнан шықты
when-outside = робот «{ $zone }» аймағынан тыс толығымен { $limit_s } секундтан артық болды
when-way = «{ $first }» аймағынан «{ $last }» аймағына дейінгі ең қысқа жолда { $percent ->
    [1] бірінші ұяшық өтілді
   *[other] ұяшықтардың { $percent } пайызы өтілді
}
when-inside = робот «{ $zone }» аймағына { $part ->
    [any] кез келген бөлігімен
    [axle] білігінің ортасымен
   *[other] толығымен
} кірді
when-stopped_in = робот «{ $zone }» аймағында { $part ->
    [any] кез келген бөлігімен
    [axle] білігінің ортасымен
   *[other] толығымен
} { $for_s } секунд тұрды
when-idle = робот { $limit_s } секундтан артық қозғалмай тұрды
when-touched = робот { $what ->
    [walls] қабырғаға
    [robots] қарсыласқа
   *[other] { $objects ->
        [none] затқа
       *[other] «{ $objects }» затына
    }
} тиді
when-passed_side = робот «{ $post }» затының { $side ->
    [left] сол
   *[other] оң
} жағынан өтті
when-object_in = «{ $zone }» аймағында { $part ->
    [any] бір бөлігімен болса да
   *[other] толығымен
} тұрған әрбір «{ $objects }» заты{ $released ->
    [1] , ал робот оған тимей тұр
   *[other] {""}
}
when-object_moved = { $beyond_mm } мм-ден артық жылжытылған әрбір «{ $objects }» заты
when-object_fallen = құлаған әрбір «{ $objects }» заты
when-rival_outside = қарсылас { $part ->
    [any] кез келген бөлігімен
    [axle] білігінің ортасымен
   *[other] толығымен
} «{ $zone }» аймағынан тыс
when-rival_moved_early = қарсылас батырма басылғаннан кейін { $delay_s } секунд өтпей қозғалды
when-caught = робот қарсыласқа { $gap_mm } мм жақындады
when-nearer = уақыт біткенде робот «{ $zone }» аймағының ортасына қарсыластан жақынырақ тұр{ $by_mm ->
    [0] {""}
   *[other] {" "}(айырма { $by_mm } мм-ден артық)
}
when-called = төреші солай шешті
when-scored = ұпай есептеу программасы мынаны анықтайды: «{ $so }»

explain-by-points = { $best ->
    [high] ұпайы көбірегі
   *[low] ұпайы азырағы
}
explain-by-time_ms = { $best ->
    [low] мақсатқа аз уақытта жеткені
   *[high] мақсатқа көп уақытта жеткені
}
explain-by-scored_ms = { $best ->
    [low] соңғы тексеруінен ертерек өткені
   *[high] соңғы тексеруінен кешірек өткені
}
explain-by-progress_time_ms = { $best ->
    [low] ең алыс жеріне тезірек жеткені
   *[high] ең алыс жеріне баяуырақ жеткені
}
explain-by-progress_mm = { $best ->
    [high] сызық бойымен көбірек жүргені
   *[low] сызық бойымен азырақ жүргені
}
explain-by-progress_percent = { $best ->
    [high] айналымның көбірек бөлігін жүргені
   *[low] айналымның азырақ бөлігін жүргені
}
explain-by-lap_mm = { $best ->
    [high] айналымы ұзынырағы
   *[low] айналымы қысқарағы
}
explain-by-lost_count = { $best ->
    [low] сызықты сирегірек жоғалтқаны
   *[high] сызықты жиірек жоғалтқаны
}
explain-by-off_line_ms = { $best ->
    [low] сызықтан тыс аз уақыт болғаны
   *[high] сызықтан тыс көп уақыт болғаны
}
explain-by-max_speed_mm_s = { $best ->
    [high] ең жоғары жылдамдығы үлкенірегі
   *[low] ең жоғары жылдамдығы кішірегі
}
explain-by-mean_speed_mm_s = { $best ->
    [high] орташа жылдамдығы үлкенірегі
   *[low] орташа жылдамдығы кішірегі
}

# Жүріс жазбасы неге оқылмайды.

trace-missing = Оқуға болатын { $file } жүріс жазбасы жоқ.
    .try = `marshrut sim --out` жазған trace.jsonl файлын беру.
trace-no-header = { $file } — жүріс жазбасы емес: бірінші жолы қай жүріс екенін айтпайды.
    .try = `marshrut sim --out` жазған trace.jsonl файлын беру.
trace-format = { $file } жазбасының пішімі { $got }; бұл нұсқа { $schema } пішімін оқиды.
    .try = оны жасаған Marshrut нұсқасымен бағалау.
trace-record = Жүріс жазбасының { $line }-жолы дұрыс жазылмаған.
    .try = файлды жазылған күйінде алу немесе жүрісті қайталау.
trace-gap = { $robot }-робот жүрісінің жазбасында { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтан кейін үзіліс бар немесе уақыт кері шегінген.
    .try = файлды жазылған күйінде алу немесе жүрісті қайталау.

# Matches.

match-bout = { $number }-айқас: { $how }
match-won = Кездесуде { $name } жеңді, { $won }:{ $lost }.
match-drawn = Кездесу тең аяқталды, { $won }:{ $lost }.
match-no-bout = { $task } тапсырмасында екі роботтың айқасы жоқ.
    .try = [bout] кестесі бар тапсырманы алу, мысалы sumo-15.

# Who stands where.

rank-points = ұпай { $points }
rank-nothing = бірде-бір талпыныс есептелмейді
rank-unjudged = { $task } тапсырмасында ештеңе бағаланбайды, орын беретін нәрсе жоқ.
    .try = [[ranking]] бар тапсырманы алу.
rank-names = Екі роботтың аты бірдей.
    .try = қалталарды әртүрлі атау.
rank-empty = { $folder } қалтасында жүріс жазбасы жоқ.
    .try = `marshrut sim --out` жазған қалтаны беру.
rank-many = { $folder } қалтасында { $count } жазба бар, ал ереже бойынша талпыныс саны — { $most }.
    .try = есепке кіретін талпыныстардың жазбаларын қалдыру.
rank-by-time_ms = уақыты { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-penalty_ms = айып уақыты { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-total_ms = айыптарымен қосқандағы уақыты { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
rank-by-scored_ms = соңғы тексеруінен { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта өтті
rank-by-progress_time_ms = ең алыс жеріне { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта жетті
rank-by-progress_mm = сызық бойымен { $value } мм жүрді
rank-by-progress_percent = айналымның { $value } пайызын жүрді
rank-by-lap_mm = айналым ұзындығы { $value } мм
rank-by-lost_count = { $value ->
    [0] сызықты жоғалтқан жоқ
   *[other] сызықты { $value } рет жоғалтты
}
rank-by-off_line_ms = сызықтан тыс { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } с болды
rank-by-max_speed_mm_s = ең жоғары жылдамдығы { $value } мм/с
rank-by-mean_speed_mm_s = орташа жылдамдығы { $value } мм/с
rank-differ = { $first } мен { $other } жүрістерін салыстыруға болмайды: { $what ->
    [variant] әлемдері басқа — «{ $a }» және «{ $b }»
    [round] турлары басқа — { $a } және { $b }
   *[profile] шашырауы басқа — { $a } және { $b }
}.
    .try = бірдей жағдайда өткен жүрістерді қалдыру.
rank-twice = { $first } мен { $other } — бір жүрістің өзі.
    .try = жазбаның біреуін қалдырып, талпынысты басқа --seed мәнімен өткізу.
rank-programs = { $folder } қалтасында бірнеше программаның жүрісі бар: { $programs }.
    .try = әр роботқа өз қалтасын беріп, командада қалталарды тізіп жазу; кездесуден кейін ол бірінші болған айқастарды сонда көшіру.

# A new task.

task-new-done = Тапсырма { $folder } қалтасында, әзірге дәл { $like } сияқты. Енді мәтінін, ережесін және әлемдерін өзгертіп, `marshrut task check { $typed }` іске қосу керек.
task-new-name = «{ $name }» деген ат жарамайды.
    .try = кіші латын әріптері, цифр мен сызықша алу, біріншісі әріп болсын.
task-new-there = { $folder } қалтасы бұрыннан бар.
    .try = басқа ат беру.
task-new-taken = Каталогта «{ $name }» деген тапсырма не сабақ бар, `--task { $name }` соны білдірер еді.
    .try = басқа ат беру.
