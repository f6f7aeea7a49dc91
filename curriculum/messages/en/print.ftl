# The command `marshrut world print`: a mat at its true size.

print-written = Mat: { $file }, { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
} and a plan on the last page. Print at 100 % and check the ruler.
print-blank = Blank sheets: { $count }; white paper of the same size does instead of them. Pages to print: { $pages }.
print-page-large = The page would be { $size } mm, and a PDF has none larger than { $most } mm.
    .try = { $fitting ->
        [0] make the mat smaller; so large a one can be printed neither whole nor on sheets.
       *[other] choose { $papers }.
    }
print-many-sheets = It takes { $count } sheets; { $most } are allowed.
    .try = { $fitting ->
        [0] make the mat smaller; so large a one can be printed neither whole nor on sheets.
       *[other] choose { $papers }.
    }
print-sheet = row { $row } of { $rows }, column { $column } of { $columns }
print-true = Scale 100 %: check the ruler.
print-plan-whole = A mat of { $width } × { $height } mm on one page.
print-plan-sheets = A mat of { $width } × { $height } mm: { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
} of { $paper }, { $across ->
    [1] across
   *[other] upright
}, rows { $rows }, columns { $columns }. On a sheet stands: row (from the top) – column (from the left).
print-plan-scale = 1. Print at 100 % (“actual size”), not fitted to the page. Check with a ruler: the outermost strokes of the printed one must be exactly 100 mm apart.
print-plan-ticks = 2. Of each sheet cut off the left and the upper margin: the ticks in the white show where, from tick to tick, through the middles of the crosses.
print-plan-lay = 3. Neighbouring sheets both show { $overlap } mm of the mat. Lay the cut edge upon the neighbour, along the middles of its crosses, and glue it.
print-plan-blank = 4. Sheets that are crossed out here are blank ({ $count }): white paper of the same size does instead of them. Pages to print: { $pages }.
print-plan-cut = 2. Cut the mat from tick to tick.
