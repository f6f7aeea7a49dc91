// The large canvas: mat, path, marks and robot. Mat and path are layers, drawn anew only when the view moves.

const stage = {
  canvas: document.getElementById("mat"),
  view: new View(),
  mat: document.createElement("canvas"),
  trail: document.createElement("canvas"),
  shown: "", // the view that the layers show
  drawnTo: 0, // the state up to which the trail is drawn
  follow: false,
  fitted: true,
};

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
const stageBox = wholeStage();

function fitStage() {
  stage.follow = false;
  stage.fitted = true;
  stage.view.fit(stageBox, 10);
}

function followRobot(on) {
  stage.follow = on;
  stage.fitted = false;
  if (on) stage.view.scale = Math.max(stage.view.scale, Math.min(stage.view.width, stage.view.height) / 480);
  else fitStage();
}

function zoomStage(factor, px = stage.view.width / 2, py = stage.view.height / 2) {
  stage.fitted = false;
  stage.view.zoomAt(px, py, factor);
}

function resizeStage() {
  if (!stage.view.resize(stage.canvas)) return;
  for (const layer of [stage.mat, stage.trail]) {
    layer.width = stage.canvas.width;
    layer.height = stage.canvas.height;
  }
  if (stage.fitted) fitStage();
}

function drawLayers(index) {
  const { view } = stage;
  const px = 1 / view.scale;
  const trail = stage.trail.getContext("2d");
  const moved = view.key() !== stage.shown;
  if (moved) {
    const mat = stage.mat.getContext("2d");
    mat.setTransform(1, 0, 0, 1, 0, 0);
    mat.clearRect(0, 0, stage.mat.width, stage.mat.height);
    view.apply(mat);
    paintMat(mat);
    paintWholePath(mat, px, view.box(40));
    stage.shown = view.key();
  }
  if (moved || index < stage.drawnTo) {
    trail.setTransform(1, 0, 0, 1, 0, 0);
    trail.clearRect(0, 0, stage.trail.width, stage.trail.height);
    stage.drawnTo = 0;
  }
  view.apply(trail);
  paintTrail(trail, px, stage.drawnTo, index, view.box(40));
  stage.drawnTo = index;
}

function drawStage(t) {
  resizeStage();
  const { view } = stage;
  const pose = poseAt(t);
  if (stage.follow) {
    view.x = pose.x;
    view.y = pose.y;
  }
  drawLayers(pose.index);
  const ctx = stage.canvas.getContext("2d");
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, stage.canvas.width, stage.canvas.height);
  ctx.drawImage(stage.mat, 0, 0);
  ctx.drawImage(stage.trail, 0, 0);
  view.applyPx(ctx);
  drawMarks(ctx, view, t);
  if (track.length) {
    view.apply(ctx);
    ctx.translate(pose.x, pose.y);
    ctx.rotate(radians(pose.heading));
    paintRobot(ctx, 1 / view.scale, { index: pose.index, ledOn: ledAt(t) });
  }
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
