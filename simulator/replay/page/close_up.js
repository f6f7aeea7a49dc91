// What is under the sensors: the robot's front from above, forward is up; beside it the sensors' readings as bars.

const closeUp = { canvas: document.getElementById("close-up"), view: new View() };
const sensorBars = [];

function buildReadings(count) {
  document.getElementById("readings-box").hidden = count === 0;
  const list = document.getElementById("readings");
  list.replaceChildren();
  sensorBars.length = 0;
  for (let i = 0; i < count; i++) {
    const bar = make("div", "reading");
    const column = make("div", "column");
    const fill = make("div", "fill");
    fill.style.background = sensorColours[i % sensorColours.length];
    column.append(fill);
    const value = make("span", "value");
    bar.append(column, make("span", "name", String(i + 1)), value);
    list.append(bar);
    sensorBars.push({ fill, value });
  }
}

/** The floor under that robot, with objects where `poses` say; its trail from one state to the present one. */
function drawCloseUp(robot, track, pose, poses, { ledOn, tint, from = 0 }) {
  const { canvas, view } = closeUp;
  view.resize(canvas);
  const { sensors } = robot;
  const ctx = canvas.getContext("2d");
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  if (!track.length) return;
  // 130 mm of floor across, the sensor bar above the middle.
  const ahead = sensors.length ? sensors[0].x : 0;
  view.scale = view.width / 130;
  view.x = 0;
  view.y = 0;
  view.apply(ctx);
  ctx.rotate(Math.PI / 2);
  ctx.translate(-ahead + 10, 0);
  ctx.save();
  ctx.rotate(-radians(pose.heading));
  ctx.translate(-pose.x, -pose.y);
  paintMat(ctx, content.mat);
  const px = 1 / view.scale;
  const around = { left: pose.x - 220, right: pose.x + 220, bottom: pose.y - 220, top: pose.y + 220 };
  paintTrail(ctx, px, track, from, pose.index, around);
  paintObjects(ctx, content.mat.objects, poses);
  ctx.restore();
  paintRobot(ctx, px, robot, track, { index: pose.index, ledOn, ghost: true, tint });
}

/** The numbers beside it. */
function showReadings(track, pose) {
  if (!track.length) return;
  const i = pose.index;
  sensorBars.forEach(({ fill, value }, k) => {
    const reading = track.sensors[k][i];
    fill.style.height = `${darkness(reading) * 100}%`;
    setText(value, number(reading));
  });
  const turned = ((pose.heading % 360) + 360) % 360;
  setText(document.getElementById("now-speed"), `${number(track.speed[i])} ${word("mm-per-s")}`);
  setText(document.getElementById("now-heading"), `${number(turned)}°`);
  setText(document.getElementById("now-place"), `${number(pose.x)}; ${number(pose.y)} ${word("mm")}`);
  setText(document.getElementById("now-battery"), `${number(track.battery[i], 2)} ${word("volts")}`);
  const slipping = ["left", "right"].filter((_, side) => track.slip[i] & (1 << side)).map((side) => word(side));
  const note = document.getElementById("now-slip");
  note.hidden = slipping.length === 0;
  setText(note, slipping.length ? `${word("slip")}: ${slipping.join(", ")}` : "");
}
