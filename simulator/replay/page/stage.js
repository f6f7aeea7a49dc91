// The large canvas and what part of the mat it shows. Mat and path are layers, drawn anew only when the view moves.

const stage = {
  canvas: document.getElementById("mat"),
  view: new View(),
  mat: document.createElement("canvas"),
  trail: document.createElement("canvas"),
  shown: "", // the view that the layers show
  box: null, // what the whole view shows, mm
  follow: false,
  fitted: true,
  pointer: null, // where on the canvas, px
  poses: null, // of the objects, as they are drawn
  pointed: -1, // the number of the object that is pointed at
  numbered: [], // the numbers that are drawn in objects
};

function fitStage() {
  stage.follow = false;
  stage.fitted = true;
  stage.view.fit(stage.box, 10);
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

/** Draw the layers: `paintMatLayer` and `paintTrailLayer` in mm, the trail `anew` when the view has moved. */
function drawLayers(paintMatLayer, paintTrailLayer, anew = false) {
  const { view } = stage;
  const moved = view.key() !== stage.shown;
  if (moved) {
    const mat = stage.mat.getContext("2d");
    clearLayer(mat);
    view.apply(mat);
    paintMatLayer(mat);
    stage.shown = view.key();
  }
  const trail = stage.trail.getContext("2d");
  if (moved || anew) clearLayer(trail);
  view.apply(trail);
  paintTrailLayer(trail, moved || anew);
}

function clearLayer(ctx) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

/** Put the layers on the canvas; what comes next is drawn over them. */
function showLayers() {
  const ctx = stage.canvas.getContext("2d");
  clearLayer(ctx);
  ctx.drawImage(stage.mat, 0, 0);
  ctx.drawImage(stage.trail, 0, 0);
  return ctx;
}

function paintRobotAt(ctx, pose, robot, track, look) {
  stage.view.apply(ctx);
  ctx.translate(pose.x, pose.y);
  ctx.rotate(radians(pose.heading));
  paintRobot(ctx, 1 / stage.view.scale, robot, track, look);
}

/** A robot's number on its body, from 1. */
function paintNumber(ctx, pose, number) {
  stage.view.applyPx(ctx);
  const [x, y] = stage.view.toPx(pose.x, pose.y);
  ctx.font = "bold 13px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 3;
  ctx.strokeStyle = "#fff";
  ctx.fillStyle = "#1d2330";
  ctx.strokeText(String(number), x, y);
  ctx.fillText(String(number), x, y);
}

const BAR_MM = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const LONGEST_BAR = 110; // px

/** A bar of a round length: how large things on the mat are. */
function showScaleBar() {
  const { scale, width } = stage.view;
  const most = Math.min(LONGEST_BAR, width / 4) / scale;
  const length = BAR_MM.filter((mm) => mm <= most).pop() ?? BAR_MM[0];
  const told = length < 1000 ? `${length} ${word("mm")}` : `${length / 1000} ${word("metres")}`;
  setText(document.getElementById("scale-length"), told);
  document.getElementById("scale-line").style.width = `${length * scale}px`;
}

/** Drag moves the mat, the wheel zooms; `tap` is told of a click. */
function listenToStage(tap) {
  const { canvas } = stage;
  listenToDrag(canvas, {
    move: (event, dx, dy) => {
      stage.follow = false;
      stage.fitted = false;
      stage.view.pan(dx, dy);
      askForFrame();
    },
    tap,
  });
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomStage(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
      askForFrame();
    },
    { passive: false },
  );
  canvas.addEventListener("dblclick", () => (fitStage(), askForFrame()));
  listenToPointing();
}

/** The four buttons on the mat. */
function listenToMatButtons() {
  const on = (id, act) => document.getElementById(id).addEventListener("click", () => (act(), askForFrame()));
  on("fit", fitStage);
  on("follow", () => followRobot(!stage.follow));
  on("zoom-in", () => zoomStage(1.4));
  on("zoom-out", () => zoomStage(1 / 1.4));
}

function showMatButtons() {
  document.getElementById("follow").setAttribute("aria-pressed", String(stage.follow));
  document.getElementById("fit").setAttribute("aria-pressed", String(stage.fitted && !stage.follow));
}
