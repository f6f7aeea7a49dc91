// Draws the mat, the path and the robot on any canvas whose unit is the mm; `px` is the length of one screen px in mm.

const LEVELS = 24;
const speedColours = Array.from({ length: LEVELS }, (_, level) => blend(content.colours, level / (LEVELS - 1)));
const sensorColours = ["#3a78d8", "#159a8c", "#8a8f99", "#d98a1f", "#cf4436"];
const sideColours = { left: "#3a78d8", right: "#d9711f" };
const halfWheel = 7; // mm; robot files do not tell how wide a tyre is

/** A colour between stops, `part` from 0 to 1. */
function blend(stops, part) {
  const at = Math.min(1, Math.max(0, part)) * (stops.length - 1);
  const i = Math.min(Math.floor(at), stops.length - 2);
  const channel = (colour, k) => parseInt(colour.slice(1 + 2 * k, 3 + 2 * k), 16);
  const mixed = [0, 1, 2].map((k) => {
    const low = channel(stops[i], k);
    return Math.round(low + (channel(stops[i + 1], k) - low) * (at - i));
  });
  return `rgb(${mixed.join(",")})`;
}

function radians(degrees) {
  return (degrees * Math.PI) / 180;
}

/** The mat with all that is on it, but for objects, which may move. */
function paintMat(ctx, mat) {
  const { width, height, colour, surfaces } = mat;
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, width, height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.clip();
  for (const surface of surfaces) {
    if (surface.kind === "Image") {
      paintImage(ctx, surface);
      continue;
    }
    ctx.beginPath();
    if (surface.kind === "Polygon") {
      for (const outline of [surface.points, ...(surface.holes ?? [])]) {
        outline.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
        ctx.closePath();
      }
      ctx.fillStyle = surface.colour;
      ctx.fill("evenodd");
      continue;
    }
    for (const piece of surface.pieces) {
      if (piece.kind === "Line") {
        ctx.lineTo(piece.x0, piece.y0);
        ctx.lineTo(piece.x1, piece.y1);
      } else {
        const from = radians(piece.start_deg);
        ctx.arc(piece.cx, piece.cy, piece.radius, from, from + radians(piece.sweep_deg), piece.sweep_deg < 0);
      }
    }
    if (surface.closed) ctx.closePath();
    ctx.lineWidth = surface.width_mm;
    ctx.lineJoin = "round";
    ctx.lineCap = "butt";
    ctx.strokeStyle = surface.colour;
    ctx.stroke();
  }
  paintLights(ctx, mat);
  ctx.restore();
  paintRamps(ctx, mat);
  paintZones(ctx, mat);
  paintWalls(ctx, mat);
}

function paintLights(ctx, mat) {
  ctx.fillStyle = mat.light_colour;
  for (const points of mat.lights) {
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.fill();
  }
}

function paintWalls(ctx, mat) {
  ctx.beginPath();
  for (const [x0, y0, x1, y1] of mat.walls) {
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
  }
  ctx.lineWidth = 8;
  ctx.lineCap = "round";
  ctx.strokeStyle = mat.wall_colour;
  ctx.stroke();
}

function within(box, x, y) {
  return x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;
}

/** The way from state `from` to state `to`, as far as it lies in `box`. */
function tracePath(ctx, track, from, to, box) {
  ctx.beginPath();
  let open = false;
  for (let i = from + 1; i <= to; i++) {
    const seen = within(box, track.x[i], track.y[i]);
    if (seen && !open) ctx.moveTo(track.x[i - 1], track.y[i - 1]);
    if (seen) ctx.lineTo(track.x[i], track.y[i]);
    open = seen;
  }
}

/** Where the robot will go and has been, as far as it lies in `box`: thin, so that a line under it is still seen. */
function paintWholePath(ctx, px, track, box) {
  tracePath(ctx, track, 0, track.length - 1, box);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.lineWidth = 2.2 * px;
  ctx.strokeStyle = "rgba(255,255,255,0.6)";
  ctx.stroke();
  ctx.lineWidth = 1.2 * px;
  ctx.strokeStyle = "rgba(90,100,120,0.75)";
  ctx.stroke();
}

/** The path from state `from` to state `to`, by speed or in one colour, as far as it lies in `box`. A `rim` sets it off
 * from what is dark; it has no round ends, which would cover the path before it. */
function paintTrail(ctx, px, track, from, to, box, { width = 3, colour = null, rim = false } = {}) {
  if (rim) {
    tracePath(ctx, track, from, to, box);
    ctx.lineJoin = "round";
    ctx.lineCap = "butt";
    ctx.lineWidth = (width + 2) * px;
    ctx.strokeStyle = "rgba(255,255,255,0.85)";
    ctx.stroke();
  }
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.lineWidth = width * px;
  let open = -1;
  const finish = () => {
    if (open >= 0) ctx.stroke();
    open = -1;
  };
  for (let i = from; i < to; i++) {
    const x = track.x[i + 1];
    const y = track.y[i + 1];
    if (!within(box, x, y)) {
      finish();
      continue;
    }
    const share = Math.abs(track.speed[i] + track.speed[i + 1]) / 2 / (content.fastest || 1);
    const level = colour ? 0 : Math.min(LEVELS - 1, Math.round(share * (LEVELS - 1)));
    if (level !== open) {
      finish();
      open = level;
      ctx.strokeStyle = colour ?? speedColours[level];
      ctx.beginPath();
      ctx.moveTo(track.x[i], track.y[i]);
    }
    ctx.lineTo(x, y);
  }
  finish();
}

/** How strongly a reading glows: 0 over a white floor, 1 over a black one. */
function darkness(reading) {
  return Math.min(1, Math.max(0, reading / 65535));
}

function glow(reading) {
  return blend(["#f4f1ea", "#ffd27a", "#ff9d00"], darkness(reading));
}

/** A robot's colour by its number, paler the less the `part`. */
function tintOf(number, part = 1) {
  return blend(["#ffffff", content.tints[number % content.tints.length]], part);
}

/** The robot, drawn in its own axes (x forward, y left), as it was at a state of its track. */
function paintRobot(ctx, px, robot, track, { index, ledOn, ghost = false, tint = tintOf(0, 0.45) }) {
  const { outline, wheels, sensors, leds, marks } = robot;
  wheels.forEach((wheel, i) => {
    ctx.fillStyle = track.length && track.slip[index] & (1 << i) ? "#d5202f" : "#20242c";
    ctx.fillRect(wheel.x - wheel.radius, wheel.y - halfWheel, 2 * wheel.radius, 2 * halfWheel);
  });
  ctx.beginPath();
  outline.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
  ctx.globalAlpha = ghost ? 0.3 : 0.78;
  ctx.fillStyle = tint;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1.4 * px;
  ctx.strokeStyle = "#20242c";
  ctx.stroke();
  // An arrow from the axle forward.
  ctx.beginPath();
  ctx.moveTo(-8, -9);
  ctx.lineTo(14, 0);
  ctx.lineTo(-8, 9);
  ctx.closePath();
  ctx.fillStyle = "rgba(32,36,44,0.55)";
  ctx.fill();
  for (const { points, closed, colour } of marks) {
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.lineCap = "round";
    ctx.lineWidth = closed ? px : Math.max(4, 2 * px);
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    if (closed) {
      ctx.closePath();
      ctx.fill();
    }
    ctx.stroke();
  }
  for (const led of leds) {
    disc(ctx, led.x, led.y, Math.max(4, 2 * px));
    ctx.fillStyle = ledOn ? "#22c55e" : "rgba(32,36,44,0.35)";
    ctx.fill();
  }
  sensors.forEach((sensor, i) => {
    disc(ctx, sensor.x, sensor.y, Math.max(sensor.footprint / 2, 1.6 * px));
    ctx.fillStyle = track.length ? glow(track.sensors[i][index]) : "#fff";
    ctx.fill();
    ctx.lineWidth = Math.min(1.2, 1.2 * px);
    ctx.strokeStyle = "#20242c";
    ctx.stroke();
  });
}

function disc(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}
