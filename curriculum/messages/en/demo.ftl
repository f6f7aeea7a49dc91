# What `make demo` prints.

demo-title = { $task }, { $variant }: the reference program drives one lap in the simulator.
demo-run = { $verdict }: { $points } of { $max } points, { NUMBER($lap_m, minimumFractionDigits: 1, maximumFractionDigits: 1) } m in { NUMBER($time_s, minimumFractionDigits: 2, maximumFractionDigits: 2) } s, line lost { $lost ->
    [0] never
    [one] once
   *[other] { $lost } times
}.
demo-same = Both interpreters drove exactly alike (trace { $hash }…).
demo-different = The two interpreters did NOT drive alike. This is our fault; please tell us.
demo-look = Look: { $picture } is the path, and { $replay } plays the run in a browser.
demo-next = Your turn: copy { $program }, write your program, and run it with `.venv/bin/marshrut sim YOUR.py --task line-sprint --view`.
