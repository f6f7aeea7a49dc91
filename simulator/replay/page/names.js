// What objects are called: the number in each that has room for it, and the whole name of the one that is pointed at.

const NAME_SIZES = [13, 12, 11, 10, 9]; // px
const NAME_REACH = 8; // px; so far from a small object's middle one still points at it

for (const object of content.mat.objects) object.extents = object.outlines.map(extentOf); // standing, lying

/** Numbers in objects that stand where `poses` say. The canvas has the CSS px as its unit. */
function paintNumbers(ctx, poses) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  stage.numbered = [];
  content.mat.objects.forEach(({ short, ink, extents }, i) => {
    const [x, y, , lying] = poses[i];
    const room = Math.min(...extents[lying ? 1 : 0]) * stage.view.scale;
    const fits = (size) => {
      ctx.font = `600 ${size}px system-ui, sans-serif`;
      return Math.hypot(ctx.measureText(short).width, 0.75 * size) + 4 <= room;
    };
    if (!short || !NAME_SIZES.some(fits)) return;
    const [px, py] = stage.view.toPx(x, y);
    ctx.fillStyle = ink;
    ctx.fillText(short, px, py + 0.5);
    stage.numbered.push(short);
  });
}

function extentOf(outline) {
  const far = (axis) => Math.max(...outline.map((point) => point[axis])) - Math.min(...outline.map((point) => point[axis]));
  return [far(0), far(1)];
}

/** The object's name in the reader's language; its id where the task has none for it. */
function objectName({ id, called }) {
  return translated(called) || id;
}

/** The number of the object that is pointed at, the nearest of several; -1 for none. */
function pointedAt(poses) {
  if (!stage.pointer) return -1;
  const [x, y] = stage.view.toMm(...stage.pointer);
  let found = -1;
  let nearest = Infinity;
  content.mat.objects.forEach(({ extents }, i) => {
    const [objectX, objectY, heading, lying] = poses[i];
    const gap = Math.hypot(x - objectX, y - objectY);
    const turn = radians(-heading);
    const along = (x - objectX) * Math.cos(turn) - (y - objectY) * Math.sin(turn);
    const across = (x - objectX) * Math.sin(turn) + (y - objectY) * Math.cos(turn);
    const [length, width] = extents[lying ? 1 : 0];
    const inside = Math.abs(along) <= length / 2 && Math.abs(across) <= width / 2;
    if ((inside || gap * stage.view.scale <= NAME_REACH) && gap < nearest) [found, nearest] = [i, gap];
  });
  return found;
}

/** The name of the object that is pointed at, above it, over everything else. The canvas has the CSS px as its unit. */
function paintPointed(ctx, poses) {
  stage.poses = poses;
  stage.pointed = pointedAt(poses);
  const hint = stage.canvas.dataset.hint;
  stage.canvas.title = stage.pointed < 0 && hint ? word(hint) : ""; // it would cover the name
  if (stage.pointed < 0) return;
  const object = content.mat.objects[stage.pointed];
  const [x, y, , lying] = poses[stage.pointed];
  const [px, py] = stage.view.toPx(x, y);
  const name = objectName(object);
  ctx.font = "600 12px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const wide = ctx.measureText(name).width + 12;
  const away = (Math.hypot(...object.extents[lying ? 1 : 0]) / 2) * stage.view.scale + 14;
  const middle = Math.min(Math.max(px, wide / 2 + 2), stage.view.width - wide / 2 - 2);
  const level = py - away > 12 ? py - away : py + away;
  ctx.fillStyle = "#1d2330";
  ctx.fillRect(middle - wide / 2, level - 10, wide, 20);
  ctx.fillStyle = "#fff";
  ctx.fillText(name, middle, level + 0.5);
}

/** Follow the pointer; a finger's last place stays. */
function listenToPointing() {
  const { canvas } = stage;
  const point = (at) => {
    stage.pointer = at;
    if (stage.poses && pointedAt(stage.poses) !== stage.pointed) askForFrame();
  };
  const here = (event) => {
    if (event.isPrimary) point([event.offsetX, event.offsetY]);
  };
  canvas.addEventListener("pointermove", here);
  canvas.addEventListener("pointerdown", here);
  canvas.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") point(null);
  });
}
