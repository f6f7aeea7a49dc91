# Тапсырмалар: `marshrut task` олар туралы не айтады.

task-fine = { $task }: тапсырма дұрыс. «{ $title }», { $count } әлем, ең көбі { $points } ұпай.
task-fine-unjudged = { $task }: тапсырма дұрыс. «{ $title }», { $count } әлем; мұнда ештеңе бағаланбайды.

explain-version = { $version }-нұсқа
explain-limit = Жүріс робот қосылғаннан кейін ең кеші { $limit_s } секундта аяқталады{ $rule }.
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

when-crossed = роботтың алдыңғы бөлігі { $line ->
    [start] старт сызығын
   *[finish] толық айналымнан кейін мәре сызығын
} кесіп өтті
when-progress = айналымның { $percent } пайызы жүрілді
when-object_out = «{ $zone }» аймағының үстінде бірде-бір бөлігі қалмаған әрбір «{ $objects }» заты
when-false_start = батырма басылғанша роботтың алдыңғы бөлігі старт сызығын кесіп өтті
when-moved_early = батырма басылғанша робот орнынан қозғалды
when-rejoin = робот сызыққа оны жоғалтқан жерінен { $slack_mm } мм-ден артық алға барып оралды
when-off_line_for = робот сызықтан тыс { $limit_s } секундтан артық болды
when-left_field = робот білігінің ортасы алаңнан шықты
when-outside = робот «{ $zone }» аймағынан тыс толығымен { $limit_s } секундтан артық болды

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
