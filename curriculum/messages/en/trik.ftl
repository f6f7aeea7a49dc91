# Fields of TRIK Studio: marshrut world import.

field-unreadable = This file cannot be read.
    .try = look whether it opens.
field-not-a-field = This is neither a save nor a field of TRIK Studio.
    .try = give a `.qrs` file, or a field saved from the 2D model as `.xml`.
field-empty = This file is empty.
    .try = save the project in TRIK Studio again.
field-no-world = There is no field in this file, only a program.
    .try = open it in TRIK Studio, draw a field in the 2D model and save it.
field-xml = The XML has a fault here and cannot be read further.
    .try = look at its quotes, at “<” and “>”, and at the tags that close.
field-entities = This XML declares entities of its own; such files are not read.
    .try = take away its `<!DOCTYPE … [ … ]>`.
field-large = The file is too large: { $what ->
    [file] more than { $most } MB
    [unpacked] more than { $most } MB when unpacked
    [entries] more than { $most } parts in the archive
    [deep] its tags lie more than { $most } deep in one another
   *[nodes] more than { $most } tags
}.
field-damaged = The archive is damaged.
    .try = save the project in TRIK Studio once more.
field-folder-taken = This folder is there already, with something in it.
    .try = give another folder after --out.
field-fails = No world comes of this field: { $why }
    .try = send us the field.

trik-written = Written to { $folder }: world.toml, task.toml, report.txt and the rest
trik-line = line { $line }: { $text }
trik-report-title = Field “{ $title }”
trik-report-mat = Carried over: { $counts }; the mat is { $width } × { $height } mm.
trik-count-nothing = nothing
trik-count-painted = { $count } { $count ->
    [one] line or shape
   *[other] lines and shapes
}
trik-count-walls = { $count } { $count ->
    [one] wall
   *[other] walls
}
trik-count-objects = { $count } { $count ->
    [one] object
   *[other] objects
}
trik-count-zones = { $count } { $count ->
    [one] zone
   *[other] zones
}
trik-count-pictures = { $count } { $count ->
    [one] picture
   *[other] pictures
}
trik-report-rules = Rules: { $count }, in rules.toml. For now nothing is judged by them; a run lasts { $seconds } s.
trik-report-no-rules = The field has no rules. A run may take { $seconds } s.
trik-report-whole = Everything was carried over.
trik-report-notes = Not carried over, or not as it was ({ $count }):
trik-report-more = … and { $count } more: see { $file }
trik-more-alike = …and { $count } more remarks of the same kind.
trik-title = Imported field
trik-task-summary = The field “{ $title }” from TRIK Studio. Nothing is judged here.
trik-task-text = This field comes from TRIK Studio. A run may take { $seconds } s, and nothing is judged. What the field asks is in `rules.toml`; what could not be carried over is in `report.txt`.

trik-value = `{ $name }` of “{ $tag }” says “{ $got }”, which cannot be read.
trik-no-unit = No unit of length is named; taken for pixels of 3.5 mm.
trik-unit = The unit of length “{ $got }” is not known; taken for pixels of 3.5 mm.
trik-unknown = The tag “{ $tag }” is not known here and was passed over.
trik-no-size = “{ $tag }” has no size and was passed over.
trik-line-width = The line is { $got } mm wide; { $used } mm was taken.
trik-dashes = The broken line would have { $count } strokes; it has { $used }, longer ones.
trik-see-through = “{ $tag }” lets the floor shine through; the colour was taken that it has on an empty field.
trik-physics = “{ $tag }”: { $names } not carried over; objects here have friction of their own.
trik-size = “{ $tag }”: `{ $name }` is { $got } { $unit ->
    [g] g
   *[mm] mm
    }; { $used } was taken.
trik-walls-thin = Walls are thin here; in TRIK Studio they are 35 mm thick, so ways between them are that much wider.
trik-bound = The region is bound to “{ $got }”, and the field has no such rectangle or ellipse; it was passed over.
trik-bound-stroke = The region was a band along the edge of its shape; the whole shape was taken.
trik-picture-elsewhere = The picture “{ $path }” is in another file and not in the field.
trik-picture-broken = The picture “{ $path }” is damaged.
trik-picture-large = The picture has { $width } × { $height } dots, which is too many.
trik-picture-coarser = The picture was made smaller: { $width } × { $height } dots.
trik-picture-unseen = This is a background, which robots do not see there: it lies beside as { $file }, and world.toml has it in a comment.
trik-no-robot = No robot is placed; it starts where the field's coordinates begin.
trik-two-places = The robot does not stand where its start mark is; the mark was taken.
trik-other-robot = The robot of another kit, “{ $name }”, was not carried over.
trik-robot-physics = The robot's { $names } not carried over: another robot drives here.
trik-sensor = The sensor “{ $kind }” on port { $port } at { $place } was not carried over: the robot here has its own.
trik-trace = The trail of the robot's marker ({ $count }) was not carried over.
trik-part-broken = The part “{ $part }” is damaged [{ $why }]; the field was imported without it.
trik-too-far = “{ $name }” does not fit on a mat of { $most } × { $most } m around the start.
trik-too-many = “{ $name }” was not carried over: there may be at most { $most } of its kind.
trik-left-out = “{ $name }” was not carried over. { $why }
trik-partly = “{ $name }” was not carried over as a whole. { $why }
trik-start = The task's robot cannot stand at this start. { $why }
trik-stretched = The picture was stretched; here it has its own proportions.

trik-rule-tag = The tag “{ $tag }” is not known in rules.
trik-rule-count = “{ $tag }” needs parts: { $wanted }; it has { $got }.
trik-rule-attribute = “{ $tag }” lacks `{ $name }`.
trik-rule-value = “{ $tag }” says “{ $got }”, which cannot be read.
trik-rule-nothing = A rule names “{ $name }”, which is neither on the field nor in the rules.
trik-rule-twice = Several events are called “{ $name }”.
trik-rule-deep = “{ $tag }” is too intricate or too long and was not carried over.
trik-rule-lost = “{ $tag }”{ $named ->
        [0] {""}
       *[other] {" "}{ $name }
    } was not carried over as a whole.
trik-time-limits = There are { $count } time limits and should be one; { $count ->
    [0] { $used } s was taken
   *[other] the first was taken
}.
trik-time-limit = The time limit is { $got } ms; { $used } ms was taken.
trik-attribute = “{ $tag }” has no `{ $name }`{ $some ->
    [0] {""}
   *[other]  (perhaps `{ $near }`?)
}; it means nothing in TRIK Studio, nor here.
trik-template = The template “{ $name }” { $why ->
    [unknown] is not known here
    [endless] uses itself
   *[broken] cannot be put in its place
}.
trik-template-lacks = The template “{ $name }” was not given its parameter “{ $parameter }”.
