# Кез келген жүріс туралы айта кететін жайт: программаны тоқтатпаған қателер және бір орында тұрып қалған робот.

mark-callback_error = Таймер немесе үзу шақыратын функцияда { $cls } қатесі: { $place }, { $count } рет.
mark-task_error = asyncio тапсырмасында { $cls } қатесі: { $place }, { $count } рет.

summary-callback-error = Таймер немесе үзу шақыратын функцияда қате { $count } рет шықты, алғаш рет — { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.
summary-task-error = asyncio тапсырмасы қатеден тоқтап қалды: { $count } рет, алғаш рет — { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.
summary-more-errors = Программаның тағы { $count } жерінде осындай қате бар.

ended-time_limit-still = Уақыт бітті: { $moved ->
        [0] робот орнынан мүлде қозғалмады
       *[other] робот { NUMBER($still_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтан бері бір орында тұр
    }{ $line ->
        [0] {""}
       *[other] , ал программа соңында { $line }-жолда болды
    }. Жолдың { $reached } пайызы жүрілді.
    .try = { $driven ->
        [0] программа осы жерде нені күтіп тұрғанын және моторларды қоса ма, соны тексеру
       *[other] моторлардағы кернеу — { NUMBER($most_v, maximumFractionDigits: 2) } В: қандай жылдамдық берілгенін, моторлардың сымдарын және роботтың бір нәрсеге тіреліп тұрмағанын тексеру
    }.

ended-time_limit-still-counted = Уақыт бітті: { $moved ->
        [0] робот орнынан мүлде қозғалмады
       *[other] робот { NUMBER($still_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтан бері бір орында тұр
    }{ $line ->
        [0] {""}
       *[other] , ал программа соңында { $line }-жолда болды
    }. Барлығы { $of } іс, орындалғаны — { $done }.
    .try = { $driven ->
        [0] программа осы жерде нені күтіп тұрғанын және моторларды қоса ма, соны тексеру
       *[other] моторларда кернеу бар: оны көбейту, сымдарын тексеру немесе роботтың неге тіреліп тұрғанын қарау
    }.

ended-output_cap-printed = Программа { $line ->
        [0] {""}
       *[other] { $line }-жолда{" "}
    }мәтінді үзіліссіз шығара берді, сондықтан жүріс тоқтатылды: мұнша мәтінді сақтау мүмкін емес.
    .try = осы циклге кідіріс қосу, мысалы time.sleep(0.1), немесе мәтінді сирегірек шығару.
