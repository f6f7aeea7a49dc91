# Pictures, drawings and texts on a mat: files beside the world file.

beside-missing = There is no file `{ $file }` beside the world file.
    .try = put it into the same folder, or correct its name.
beside-large = The file `{ $file }` has { $size } MB; { $most } MB are allowed.
    .try = save it smaller.
picture-unreadable = The file `{ $file }` cannot be read as a PNG picture.
    .try = open it in a picture editor and save it as PNG again.
picture-large = The picture `{ $file }` has { $columns } × { $rows } dots; { $most } million dots and a side of { $side } are allowed.
    .try = make the picture smaller and `mm_per_px` as many times larger.
picture-detailed = The picture `{ $file }` is too motley: in the record of a run it would take { $size } MB, and { $most } MB are allowed.
    .try = make it smaller, or leave fewer colours in it.
drawing-xml = In the file `{ $file }`, line { $line }: this cannot be read as SVG.
    .try = save the drawing as plain SVG again.
drawing-not-svg = The file `{ $file }` is no SVG drawing.
    .try = save the drawing as SVG.
drawing-entities = The file `{ $file }`, line { $line }, declares abbreviations of its own (`ENTITY`), which are not allowed here.
    .try = save the drawing as plain SVG.
drawing-large = The drawing `{ $file }` has more than { $most } parts, or they lie too deep within one another.
    .try = simplify the drawing.
drawing-detailed = The drawing `{ $file }` has too many points: { $most } are allowed.
    .try = simplify its outlines.
drawing-no-page = The drawing `{ $file }` does not say how large its page is.
    .try = add `viewBox`, or `width` and `height`, at its beginning.
drawing-empty = The drawing `{ $file }` has nothing that a mat can carry.
    .try = draw it with lines and filled shapes.
drawing-left = Left out of the drawing `{ $file }`: { $what ->
    [text] text; it can be turned into outlines, or written by a `[[text]]` table
    [image] an embedded picture; it can lie beside the file and be named in an `[[image]]` table
    [gradient] paint by a gradient, a pattern or an unknown colour
    [opacity] transparency; it is painted solid
    [clip] clipping and masks; all of it is drawn
    [filter] a filter; it is drawn without
    [marker] arrows and signs at the ends of lines
    [dashes] uneven dashes; the line is whole
    [rule] a style rule with a complicated condition
    [use] a reference to what the drawing has not got
    [path] what is written with a mistake
   *[element] an element that draws neither lines nor shapes
} (line { $line }{ $count ->
    [1] {""}
   *[other] , { $count } in all
}).
scale-form = `{ $key }`: its scale is given by one of two keys, `{ $scale }` or `width_mm`.
text-letters = `{ $key }` has signs that the font has not got: { $letters }
    .try = put others in their place.
line-radius-near = The line `{ $id }` turns with a radius of { $radius } mm near x = { $x }, y = { $y }; its `min_radius_mm` allows { $least } mm or more.
    .try = put the points there farther apart.
