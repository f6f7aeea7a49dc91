// A finished run on the large canvas: path, marks and robot; and which moment a place on it means.

let trailDrawnTo = 0; // the state up to which the trail is drawn

/** The mat, and the path where it leaves the mat. */
function wholeStage() {
  const box = { left: 0, bottom: 0, right: content.mat.width, top: content.mat.height };
  for (let i = 0; i < track.length; i++) {
    box.left = Math.min(box.left, track.x[i] - 90);
    box.right = Math.max(box.right, track.x[i] + 90);
    box.bottom = Math.min(box.bottom, track.y[i] - 90);
    box.top = Math.max(box.top, track.y[i] + 90);
  }
  return box;
}
stage.box = wholeStage();

function drawStage(t) {
  resizeStage();
  const { view } = stage;
  const pose = poseAt(t);
  const px = () => 1 / view.scale;
  if (stage.follow) {
    view.x = pose.x;
    view.y = pose.y;
  }
  drawLayers(
    (ctx) => {
      paintMat(ctx, content.mat);
      paintWholePath(ctx, px(), track, view.box(40));
    },
    (ctx, anew) => {
      paintTrail(ctx, px(), track, anew ? 0 : trailDrawnTo, pose.index, view.box(40));
      trailDrawnTo = pose.index;
    },
    pose.index < trailDrawnTo,
  );
  const ctx = showLayers();
  view.applyPx(ctx);
  drawMarks(ctx, view, t);
  if (track.length) paintRobotAt(ctx, pose, content.robot, track, { index: pose.index, ledOn: ledAt(t) });
}

/** Start, finish and the numbered losses; those still to come are pale. */
function drawMarks(ctx, view, t) {
  const numbered = [];
  let losses = 0;
  ctx.font = "bold 11px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const event of content.events) {
    if (event.kind === "lost") losses += 1;
    if (event.x_mm === undefined || event.x_mm === null || !(event.kind in markColours)) continue;
    const [px, py] = view.toPx(event.x_mm, event.y_mm);
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

/** The moment at which the robot was nearest to (px, py) on the canvas; null if it never came within reach. */
function momentAt(px, py) {
  const reach = 14;
  for (const event of content.events) {
    if (event.kind !== "lost" || event.x_mm === null) continue;
    const [x, y] = stage.view.toPx(event.x_mm, event.y_mm);
    if (Math.hypot(px - x - 13, py - y + 13) < 11) return event.t_ms;
  }
  const [x, y] = stage.view.toMm(px, py);
  let nearest = reach / stage.view.scale;
  let found = null;
  for (let i = 0; i < track.length; i++) {
    const gap = Math.hypot(track.x[i] - x, track.y[i] - y);
    if (gap < nearest) {
      nearest = gap;
      found = track.t[i];
    }
  }
  return found;
}
