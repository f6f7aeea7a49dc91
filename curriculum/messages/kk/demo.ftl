# `make demo` шығаратын сөздер.

demo-title = { $task }, { $variant }: үлгі программа симуляторда бір айналым жүріп өтеді.
demo-run = { $verdict }: { $points } / { $max } ұпай, { NUMBER($lap_m, minimumFractionDigits: 1, maximumFractionDigits: 1) } м жол { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с ішінде, сызықты { $lost ->
    [0] бірде-бір рет жоғалтқан жоқ
   *[other] { $lost } рет жоғалтты
}.
demo-same = Екі интерпретаторда да робот дәл бірдей жүріп өтті (жазба { $hash }…).
demo-different = Екі интерпретаторда робот ӘРТҮРЛІ жүрді. Бұл — біздің қатеміз, бізге хабарлап жібер.
demo-look = Қара: { $picture } жүрген жолды көрсетеді, ал { $replay } жүрісті браузерде қайта көрсетеді.
demo-next = Енді сенің кезегің: { $program } файлын көшіріп ал, программаңды жаз да, іске қос: `.venv/bin/marshrut sim СЕНІКІ.py --task line-sprint --view`.
