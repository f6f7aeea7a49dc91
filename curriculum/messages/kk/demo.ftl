# `make demo` шығаратын сөздер.

demo-title = { $task }, { $variant }: үлгі бағдарлама симуляторда бір айналым жүріп өтеді.
demo-run = { $verdict }: { $max } ұпайдан { $points }, { NUMBER($lap_m, minimumFractionDigits: 1, maximumFractionDigits: 1) } м жол { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с ішінде, сызықтан { $lost ->
    [0] бірде-бір рет айырылған жоқ
   *[other] { $lost } рет айырылды
}.
demo-same = Екі интерпретатор дәл бірдей жүріп өтті (ізі { $hash }…).
demo-different = Екі интерпретатор ӘРТҮРЛІ жүрді. Бұл біздің қатеміз, бізге хабарлаңыз.
demo-look = Қара: { $picture } жүрген жолды көрсетеді, ал { $replay } жүрісті браузерде қайта ойнатады.
demo-next = Енді сенің кезегің: { $program } файлын көшіріп ал, бағдарламаңды жаз да, іске қос: `.venv/bin/marshrut sim СЕНІКІ.py --task line-sprint --view`.
