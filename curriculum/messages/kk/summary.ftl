# Жүрістен кейін marshrut sim не жазады.

summary-seed = Бастапқы сан
summary-points = Ұпай
summary-points-value = { $points } / { $max }
summary-time = Айналым уақыты
summary-goal-time = Уақыты
summary-total = айыппұлмен бірге { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-penalties = айыппұл +{ NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-counted = есепке { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с алынады
summary-cost-time = +{ $time_s } с
summary-cost-points = −{ $points }
summary-place = x { $x_mm }, y { $y_mm } мм
summary-place-of = x пен y — сол сәтте робот білігінің ортасы алаңның сол жақ төменгі бұрышынан қанша мм жерде болғаны.
summary-bout = { $first } мен { $second }: { $how }
summary-decided = [{ $rule }, старттан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с]
summary-scored = соңғысы — { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта
summary-seconds = { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } с
summary-distance = Жүрген жолы
summary-distance-value = { $progress_mm } / { $lap_mm } мм, { $percent } %
summary-speed-value = орташа жылдамдығы { $mean } мм/с, ең жоғарысы { $max } мм/с
summary-lost = Сызықты жоғалту
summary-lost-never = бір рет те болған жоқ
summary-lost-value = { $count } рет, алғашқысы — қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта, x = { $x_mm } мм, y = { $y_mm } мм
summary-walls = Қабырғаға { $count } рет соғылды, алғаш рет — қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.
summary-robots = Басқа роботқа { $count } рет соғылды, алғаш рет — қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.
summary-objects = Заттарға { $count } рет тиді, алғаш рет — қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта.
summary-rivals = Алаңда { $count } робот бар. Есеп бірінші робот туралы: { $name }.
summary-rival = { $number }-робот ({ $name }): { $ended }
summary-rival-ended = { $ended ->
    [program_end] программасы қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта аяқталды.
    [time_limit] программасы берілген { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундтың соңына дейін жұмыс істеді.
    [stuck] программасы циклден шыға алмай қалып, қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта тоқтатылды.
    [hung] программасы жауап бермей қалып, қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта үзілді.
    [memory] программасына қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта платаның жады жетпеді.
    [output_cap] программасы тым көп жазба жасап, қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта тоқтатылды.
    [reset_loop] платасы тым жиі қайта қосылып, қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта тоқтатылды.
   *[other] жүрісі қосылғаннан кейін { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } секундта аяқталды.
}
summary-files = Сақталды
summary-running = Жүріс өтіп жатыр

verdict-bout-goal = Жеңіс
verdict-bout-beaten = Жеңіліс
verdict-bout-draw = Тең
verdict-pass = Өтті
verdict-fail = Өтпеді
verdict-void = Талпыныс есепке алынбады
verdict-disqualified = Жарыстан шеттетілді
verdict-error = Бағалау мүмкін болмады
summary-printed = Программа шығарған мәтін:
summary-printed-last = Программа тағы { $count } жол шығарды, содан кейін:
