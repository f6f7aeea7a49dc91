// Draws printed pictures, and what stands on a mat or shapes it: objects, zones, ramps. The canvas has the mm as its unit.

const pictures = new Map(); // by address

/** A picture that is ready, or null; one that becomes ready asks to be drawn. */
function pictureAt(url) {
  if (!pictures.has(url)) {
    const picture = new Image();
    picture.addEventListener("load", () => {
      stage.shown = ""; // the mat's layer has been drawn without it
      askForFrame();
    });
    picture.src = url;
    pictures.set(url, picture);
  }
  const picture = pictures.get(url);
  return picture.complete && picture.naturalWidth ? picture : null;
}

/** How long one screen px is in mm. */
function pxOf(ctx) {
  const { a, b } = ctx.getTransform();
  return (window.devicePixelRatio || 1) / Math.hypot(a, b);
}

function paintImage(ctx, { x, y, width, height, mm_per_px, url }) {
  const picture = pictureAt(url);
  if (!picture) return;
  ctx.save();
  ctx.translate(x, y + height);
  ctx.scale(1, -1);
  // Where dots are larger than pixels they stay square.
  ctx.imageSmoothingEnabled = mm_per_px < pxOf(ctx);
  ctx.imageSmoothingQuality = "high";
  ctx.drawImage(picture, 0, 0, width, height);
  ctx.restore();
}

function strokePieces(ctx, pieces) {
  ctx.beginPath();
  for (const [x0, y0, x1, y1] of pieces) {
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
  }
  ctx.stroke();
}

function strokeOutline(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
  ctx.stroke();
}

function paintRamps(ctx, mat) {
  const px = pxOf(ctx);
  ctx.strokeStyle = mat.ramp_colour;
  ctx.lineCap = "round";
  for (const { points, hatch, arrow } of mat.ramps) {
    ctx.lineWidth = 1.2 * px;
    strokeOutline(ctx, points);
    ctx.lineWidth = 2 * px;
    strokePieces(ctx, arrow);
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = px;
    strokePieces(ctx, hatch);
    ctx.globalAlpha = 1;
  }
}

function paintZones(ctx, mat) {
  const px = pxOf(ctx);
  ctx.strokeStyle = mat.zone_colour;
  ctx.lineWidth = 1.2 * px;
  ctx.setLineDash([6 * px, 4 * px]);
  for (const points of mat.zones) strokeOutline(ctx, points);
  ctx.setLineDash([]);
}

/** Objects from above, each where its pose says: x, y, heading, whether it lies. */
function paintObjects(ctx, objects, poses) {
  const px = pxOf(ctx);
  objects.forEach(({ kind, colour, size, outlines }, i) => {
    const [x, y, heading, lying] = poses[i];
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(radians(heading));
    ctx.lineJoin = "round";
    ctx.lineWidth = 1.4 * px;
    ctx.strokeStyle = "#20242c";
    ctx.fillStyle = colour;
    strokeOutline(ctx, outlines[lying ? 1 : 0]);
    ctx.fill();
    ctx.stroke();
    if (kind === "post") {
      disc(ctx, 0, 0, size / 4);
      ctx.stroke();
    }
    if (kind === "ball") {
      ctx.rotate(-radians(heading));
      disc(ctx, -size / 6, size / 6, size / 9);
      ctx.fillStyle = "#fff";
      ctx.fill();
    }
    ctx.restore();
  });
}
