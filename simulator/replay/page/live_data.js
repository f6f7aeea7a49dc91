// What the page knows of each robot: its track so far, and what it shows now. Times in ms, lengths in mm.

const content = JSON.parse(document.getElementById("content").textContent);
const KEPT = 9000; // states of a track, three minutes of driving
const field = Object.fromEntries(content.fields.map((name, i) => [name, i]));
const sensorFields = content.fields.flatMap((name, i) => (name.startsWith("line") ? [i] : []));

/** A track in the form that the drawing knows, to be added to. */
function emptyTrack() {
  return {
    length: 0,
    t: [], x: [], y: [], heading: [], speed: [], battery: [], slip: [],
    sensors: sensorFields.map(() => []),
  };
}

const robots = content.robots.map((shape, number) => ({
  number,
  shape,
  track: emptyTrack(),
  drawnTo: 0, // the state up to which its trail is drawn
  redraw: true, // whether its trail must be drawn from its beginning
  run: "none",
  t: 0,
  looks: {},
  duties: {},
  places: content.mat.poses.slice(), // of the objects in its world
  pressed: -Infinity,
  plugged: true,
  said: "",
  printed: "",
  parts: shape.parts.map((part) => ({ ...part, shown: null })),
}));
const chosen = { robot: robots[0] };

function columnsOf(track) {
  return [track.t, track.x, track.y, track.heading, track.speed, track.battery, track.slip, ...track.sensors];
}

/** The robot is in a fresh world; what the last program printed stays. */
function beginWorld(robot, run) {
  Object.assign(robot, { track: emptyTrack(), redraw: true, run, t: 0, looks: {}, duties: {}, said: robot.printed });
  robot.places = content.mat.poses.slice();
  robot.pressed = -Infinity;
}

/** One more state; the last one again with a later time only moves the clock. */
function addState(robot, tUs, values) {
  const { track } = robot;
  robot.t = tUs / 1000;
  const numbers = [
    robot.t, values[field.x_um] / 1000, values[field.y_um] / 1000, values[field.heading_mdeg] / 1000,
    values[field.v_um_s] / 1000, values[field.battery_mv] / 1000, values[field.slip],
    ...sensorFields.map((i) => values[i]),
  ];
  const columns = columnsOf(track);
  const last = track.length - 1;
  if (last > 0 && columns.every((column, i) => i === 0 || column[last] === numbers[i])) {
    track.t[last] = robot.t;
    return;
  }
  columns.forEach((column, i) => column.push(numbers[i]));
  track.length += 1;
  if (Math.abs(numbers[4]) > content.fastest) {
    content.fastest = Math.ceil(Math.abs(numbers[4]) / 100) * 100;
    for (const each of robots) each.redraw = true;
  }
  if (track.length > KEPT * 1.2) {
    for (const column of columns) column.splice(0, track.length - KEPT);
    track.length = KEPT;
    robot.redraw = true;
  }
}

function placeObject(robot, number, [xUm, yUm, headingMdeg, lying]) {
  if (number in robot.places) robot.places[number] = [xUm / 1000, yUm / 1000, headingMdeg / 1000, lying === 1];
}

function poseNow(robot) {
  const { track } = robot;
  const i = track.length - 1;
  if (i < 0) return { ...robot.shape.start, index: 0 };
  return { x: track.x[i], y: track.y[i], heading: track.heading[i], index: i };
}

function shines(robot) {
  return robot.shape.lamp !== null && robot.duties[robot.shape.lamp] > 0;
}
