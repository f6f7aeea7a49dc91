// A finished run on the large canvas: paths, marks, objects and robots; and which moment a place on it means.

/** The mat, and the paths where they leave the mat. */
function wholeStage() {
  const box = { left: 0, bottom: 0, right: content.mat.width, top: content.mat.height };
  for (const { track } of robots) {
    for (let i = 0; i < track.length; i++) {
      box.left = Math.min(box.left, track.x[i] - 90);
      box.right = Math.max(box.right, track.x[i] + 90);
      box.bottom = Math.min(box.bottom, track.y[i] - 90);
      box.top = Math.max(box.top, track.y[i] + 90);
    }
  }
  return box;
}
stage.box = wholeStage();

function drawStage(t) {
  resizeStage();
  const { view } = stage;
  const poses = robots.map((robot) => poseAt(robot, t));
  const px = () => 1 / view.scale;
  if (stage.follow) {
    view.x = poses[chosen.robot.number].x;
    view.y = poses[chosen.robot.number].y;
  }
  drawLayers(
    (ctx) => {
      paintMat(ctx, content.mat);
      for (const robot of robots) paintWholePath(ctx, px(), robot.track, view.box(40));
    },
    (ctx, anew) => {
      for (const robot of robots) {
        const { index } = poses[robot.number];
        const from = anew ? 0 : robot.trailDrawnTo;
        paintTrail(ctx, px(), robot.track, from, index, view.box(40), trailLook(robot));
        robot.trailDrawnTo = index;
      }
    },
    robots.some((robot) => poses[robot.number].index < robot.trailDrawnTo),
  );
  const ctx = showLayers();
  view.apply(ctx);
  const objectPoses = posesAt(t);
  paintObjects(ctx, content.mat.objects, objectPoses);
  view.applyPx(ctx);
  paintNumbers(ctx, objectPoses);
  drawMarks(ctx, view, t);
  for (const robot of robots) {
    if (!robot.track.length) continue;
    const pose = poses[robot.number];
    const tint = tintOf(robot.number, robots.length > 1 ? 0.6 : 0.45);
    paintRobotAt(ctx, pose, robot.shape, robot.track, { index: pose.index, ledOn: ledAt(robot, t), tint });
    if (robots.length > 1) paintNumber(ctx, pose, robot.number + 1);
  }
  view.applyPx(ctx);
  paintPointed(ctx, objectPoses);
  showScaleBar();
}

/** The chosen robot's path tells its speed, another's whose it is. */
function trailLook(robot) {
  return robot === chosen.robot ? { rim: true } : { width: 2, colour: tintOf(robot.number), rim: true };
}

/** Start, finish and the numbered losses; those still to come are pale. */
function drawMarks(ctx, view, t) {
  const numbered = [];
  const touches = [];
  let losses = 0;
  ctx.font = "bold 11px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const event of content.events) {
    if (event.kind === "lost") losses += 1;
    if (event.x_mm === undefined || event.x_mm === null) continue;
    const [px, py] = view.toPx(event.x_mm, event.y_mm);
    const touched = touchKinds.has(event.kind) && event.t_ms <= t;
    if (touched && touches.every(([x, y]) => Math.hypot(px - x, py - y) >= 8)) {
      touches.push([px, py]);
      drawTouch(ctx, px, py);
    }
    if (!(event.kind in markColours)) continue;
    const minor = event.kind === "regained";
    ctx.globalAlpha = event.t_ms <= t ? 1 : 0.45;
    disc(ctx, px, py, minor ? 3 : 5);
    ctx.fillStyle = "#fff";
    ctx.fill();
    ctx.lineWidth = minor ? 1.5 : 2.5;
    ctx.strokeStyle = markColours[event.kind];
    ctx.stroke();
    if (event.kind === "lost") numbered.push({ px: px + 13, py: py - 13, number: losses, t: event.t_ms });
  }
  drawNumbers(ctx, numbered, t);
  ctx.globalAlpha = 1;
}

/** A small star where a robot began to touch something. */
function drawTouch(ctx, px, py) {
  ctx.beginPath();
  for (let i = 0; i < 3; i++) {
    const [x, y] = [5 * Math.cos((i * Math.PI) / 3), 5 * Math.sin((i * Math.PI) / 3)];
    ctx.moveTo(px - x, py - y);
    ctx.lineTo(px + x, py + y);
  }
  ctx.globalAlpha = 1;
  ctx.lineCap = "round";
  for (const [width, colour] of [[4, "#fff"], [1.8, "#1d2330"]]) {
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}

/** The losses' numbers, those nearest in time first; one that would lie on another is left out. */
function drawNumbers(ctx, numbered, t) {
  numbered.sort((a, b) => Math.abs(a.t - t) - Math.abs(b.t - t));
  const drawn = [];
  for (const one of numbered) {
    if (drawn.some((other) => Math.hypot(one.px - other.px, one.py - other.py) < 17)) continue;
    drawn.push(one);
    ctx.globalAlpha = one.t <= t ? 1 : 0.45;
    disc(ctx, one.px, one.py, 8.5);
    ctx.fillStyle = markColours.lost;
    ctx.fill();
    ctx.fillStyle = "#fff";
    ctx.fillText(String(one.number), one.px, one.py + 0.5);
  }
}

/** The moment at which a robot was nearest to (px, py) on the canvas, and which; null if none came within reach. */
function momentAt(px, py) {
  const reach = 14;
  for (const event of content.events) {
    if (event.kind !== "lost" || event.x_mm === null) continue;
    const [x, y] = stage.view.toPx(event.x_mm, event.y_mm);
    if (Math.hypot(px - x - 13, py - y + 13) < 11) return { t: event.t_ms, robot: robots[0] };
  }
  const [x, y] = stage.view.toMm(px, py);
  let nearest = reach / stage.view.scale;
  let found = null;
  for (const robot of [chosen.robot, ...robots]) {
    const { track } = robot;
    for (let i = 0; i < track.length; i++) {
      const gap = Math.hypot(track.x[i] - x, track.y[i] - y);
      if (gap < nearest) {
        nearest = gap;
        found = { t: track.t[i], robot };
      }
    }
  }
  return found;
}
