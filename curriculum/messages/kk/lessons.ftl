# Сабақтар: `marshrut unit` және `marshrut check` не айтады.

unit-fine = { $unit }: сабақ ретімен. «{ $title }».
unit-grades-value = { $least }–{ $most }-сынып
unit-minutes-value = { $minutes } мин
unit-bundle-written = Оқушы жинағы { $folder } қалтасында, файл саны: { $count }.
unit-new = «{ $like }» сабағының көшірмесі { $folder } қалтасында. Енді unit.toml файлын, тапсырманы, беттер мен программаларды қайта жазу керек; әр қадамнан кейін — `marshrut unit check { $typed }`.

route-none = Алда сабақ қалмады: бәрі өтілді.
route-no-results = «{ $folder }» деген қалта жоқ.
    .try = `marshrut check` нәтижелерін жазған қалтаны беру, мысалы `out`.
route-needs = Алдымен керегі: { $names }
route-taught = { $concept } («{ $unit }» сабағы)
route-brought = { $concept } (курсқа дейін білу керек)

# Сабақ беттерінің тақырыпшалары.

unit-phase-prepare = Дайындық ({ $minutes } мин)
unit-phase-engage = Қызықтыру ({ $minutes } мин)
unit-phase-explore = Зерттеу ({ $minutes } мин)
unit-phase-explain = Түсіндіру ({ $minutes } мин)
unit-phase-elaborate = Тереңдету ({ $minutes } мин)
unit-phase-evaluate = Бағалау ({ $minutes } мин)
unit-teacher-questions = Сұрақтар мен жауаптар
unit-teacher-mistakes = Жиі кездесетін қателер
unit-teacher-unplugged = Компьютерсіз
unit-teacher-floor = Еденде
unit-teacher-triz = ТРИЗ карточкасы

# Оқушыға айтылатыны.

check-rule = { $rule } ережесі. { $text }
check-place-lost = Робот сызықты қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта, старттан { $along_m } м жерде жоғалтты: { $bend ->
    [left] { $number }-сол жақ бұрылыста
    [right] { $number }-оң жақ бұрылыста
   *[straight] { $number }-түзуде
}.
check-place-mat = { $started ->
    [0] Робот қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с өткенде
   *[other] Старттан кейін { NUMBER($since_start_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с (қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с) өткенде
} роботтың білігінің ортасы алаңның сол жақ шетінен { $x_mm } мм, төменгі шетінен { $y_mm } мм жерде болды. Суретте сол жер қоршалған; роботтың бұрыштары одан бірнеше сантиметр жерде болуы мүмкін.
check-place-lost-early = Робот сызықты қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта, старт сызығының жанында-ақ жоғалтты.
check-place-end = Роботтың соңғы орны — старттан { $along_m } м жер, { $bend ->
    [left] { $number }-сол жақ бұрылыс
    [right] { $number }-оң жақ бұрылыс
   *[straight] { $number }-түзу
}, уақыты — қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с.
check-loss-away = Сызық { $side ->
    [left] солға кетіп бара жатты, ал робот оңға бұрылды
   *[right] оңға кетіп бара жатты, ал робот солға бұрылды
}: жылдамдығы { $speed_mm_s } мм/с болғанда секундына { $turned_deg_s } градус.
check-loss-towards = Сызық { $side ->
    [left] солға кетіп бара жатты, робот та солға бұрылды
   *[right] оңға кетіп бара жатты, робот та оңға бұрылды
}, бірақ тым аз: жылдамдығы { $speed_mm_s } мм/с болғанда секундына { $turned_deg_s } градус.
check-loss-straight = Сызық { $side ->
    [left] солға
   *[right] оңға
} кетіп бара жатты, ал робот түзу жүре берді дерлік: жылдамдығы { $speed_mm_s } мм/с болғанда секундына { $turned_deg_s } градус.
check-loss-steady = Сызық { $side ->
    [left] солға
   *[right] оңға
} кетіп бара жатты, ал робот бір секунд бойы бірдей бұрыла берді, { $turn ->
    [left] солға
   *[right] оңға
} қарай: жылдамдығы { $speed_mm_s } мм/с болғанда секундына { $turned_deg_s } градус.
check-loss-swung = Робот екі жаққа лақтырылып жүрді: сызық { $side ->
    [left] солға кетіп бара жатты, ал ол алдымен оңға { $away_deg }°, содан кейін солға { $back_deg }° бұрылды
   *[right] оңға кетіп бара жатты, ал ол алдымен солға { $away_deg }°, содан кейін оңға { $back_deg }° бұрылды
}. Жылдамдығы — { $speed_mm_s } мм/с.
check-hints = Кеңес саны: { $count }. Біріншісін көру үшін командаға `--hint 1` қосу керек.
check-hint = { $number }-кеңес ({ $count } кеңестің ішінен). { $text }
check-hints-later = Сабақтың кеңестері программа дұрыс жүрген соң көмектеседі: алдымен жоғарыда айтылған қатені түзет.
check-hints-over = Барлығы { $count } кеңес бар.
check-picture = Сурет: { $picture }. Қайта көру: { $replay }.
check-picture-here = Бұл жер суретте шеңбермен белгіленген: { $picture }. Қайта көру: { $replay }.

# Сабақ файлында не дұрыс емес.

unit-unknown = «{ $name }» деген сабақ жоқ. Бары: { $known }.
unit-unknown-near = «{ $name }» деген сабақ жоқ. Мүмкін, «{ $near }» шығар?
unit-id = Сабақ өзін «{ $id }» дейді, ал қалтасының аты — «{ $folder }».
    .try = екеуіне бір ат беру.
unit-id-form = «{ $name }» сабақ аты бола алмайды: кіші латын әріптері, цифрлар мен дефис керек, 40 таңбадан аспасын.
unit-there = «{ $name }» деген сабақ бар.
    .try = басқа ат таңдау.
unit-task-twice = Сабақтың өз task қалтасы бар, сонымен бірге «{ $name }» тапсырмасы аталған: төреші біреуімен ғана бағалайды.
    .try = біреуін алып тастау.
unit-task-none = Сабақ қай тапсырмамен бағаланатынын айтпайды.
    .try = `task` кілтінде каталог тапсырмасын атау немесе өз тапсырмасын task қалтасына салу.
unit-grades = Сыныптар ауысып кеткен: { $least }-ден { $most }-ге дейін.
    .try = кіші сыныпты `least` кілтіне жазу.
unit-message = Төрешінің «{ $name }» деген хабары жоқ.
    .try = result.json файлынан осы тексерістің `message_id` мәнін қарау.
unit-concept = Глоссарийде «{ $name }» ұғымы жоқ.
    .try = id мәнін curriculum/glossary.toml файлынан алу.
unit-concept-near = Глоссарийде «{ $name }» ұғымы жоқ; ұқсасы: «{ $near }».
    .try = id мәнін curriculum/glossary.toml файлынан алу.
unit-concept-both = «{ $name }» ұғымы `teaches` тізімінде де, `requires` тізімінде де тұр.
    .try = біреуінде ғана қалдыру.
unit-file-unnamed = mutants/{ $file } программасы `[[mutants]]` тізімінде жоқ.
    .try = оның қай тексерістен өтпейтінін жазу немесе файлды алып тастау.
unit-file-place = { $file } файлы сабақтың { $folder } қалтасында жатқан жоқ.
    .try = сол қалтаға көшіру.

# Сабақты тексергенде табылатыны.

unit-cycle = Сабақтар бірін-бірі айнала күтеді: { $units }.
    .try = `requires` тізімінен артығын алып тастау.
unit-title-twice = «{ $title }» деген ат { $unit } сабағында бар.
    .try = сабаққа басқа ат беру.
unit-reference-fails = Шешім барлық ұпайды жинамайды: әлем { $variant }, бастапқы сан { $seed }, { $runtime }: { $most } ұпайдың { $points }-і, соңы «{ $ended }».
unit-traces-differ = Екі интерпретатордағы жүріс жазбасы әртүрлі: әлем { $variant }, бастапқы сан { $seed }.
    .try = docs/reference/interpreters.md бетін қарау.
unit-starter-passes = Дайындама { $variant } әлемінен өтіп тұр: оқушыға жұмыс қалмаған.
unit-mutant-passes = Қатесі бар программа өтіп кетті: әлем { $variant }, бастапқы сан { $seed }.
    .try = қатені не тапсырманы күшейту.
unit-mutant-other = Әлем { $variant }, бастапқы сан { $seed }: күтілгені «{ $wanted }», ал бірінші айтылғаны «{ $told }».
unit-check-unfailed = mutants қалтасындағы бірде-бір программа «{ $check }» тексерісінен құламайды.
    .try = одан өтпейтін программа қосу.
unit-code-syntax = Бұл MicroPython программасы емес: { $what }.
unit-code-fails = Программа қатеден тоқтады: { $what }.
unit-heading-missing = «{ $heading }» тақырыпшасы жоқ.
unit-heading-order = Тақырыпшалар ретімен тұрған жоқ. Реті: { $headings }.
unit-page-other = Бетте `{ $name }` сабағы аталған, ал бұл — `{ $unit }` сабағы.
    .try = `{ $unit }` деп жазу: әйтпесе оқушы басқа сабақты ашады.
unit-page-headings = Тақырыпшалар { $got } немесе деңгейлері басқа; `{ $source }` бетінде { $wanted }.
unit-page-blocks = Код блоктары { $got }; `{ $source }` бетінде { $wanted }.
unit-page-code = Программа `{ $source }` бетінің { $line }-жолындағыдан тек түсініктемесімен ғана ерекшеленіп тұрған жоқ.
unit-page-pictures = Суреттер басқа: { $got }. Керегі: { $wanted }.
unit-page-names = Мына аттар екі беттің біреуінде ғана бар, осында не `{ $source }` бетінде: { $names }.
unit-page-copied = Абзац аударылмаған: `{ $source }` бетіндегімен бірдей.
unit-page-language = Бет өз тілінде жазылмаған (`{ $lang }`).
unit-picture-missing = { $file } суреті жоқ.
unit-picture-unused = Бұл суретті бірде-бір бет көрсетпейді.
unit-picture-words = Суреттің ішінде сөз бар: оны аударуға тура келер еді.
    .try = цифрлар мен таңбаларды ғана қалдыру.
unit-hints-few = «{ $check }» тексерісіне { $got } кеңес бар; кемінде { $least } керек.
unit-hints-uneven = «{ $check }» тексерісіне { $got } кеңес бар, ал басқа тілде { $wanted }.
unit-hints-unknown = «{ $check }» туралы кеңестер бар, ал ондай тексеріс жоқ. Бары: { $known }.
unit-bundle-holds = Бұл файл оқушының қолына түсіп кетер еді.
unit-bundle-solution = Мұнда шешім толық тұр, ал бетті оқушы көреді.
    .try = оқушының өзі жасайтын қадамды қалдыру.
unit-bundle-lacks = Оқушыға берілетін көшірмеде тапсырмаға керек файлдар жоқ: { $names }.
