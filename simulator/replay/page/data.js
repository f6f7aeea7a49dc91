// Unpacks the page's content: the run as columns, and where robots and objects were at any moment. Times in ms, lengths
// in mm.

const content = JSON.parse(document.getElementById("content").textContent);
const robots = content.robots.map((packed, number) => ({
  number,
  name: packed.name,
  shape: packed.shape,
  led: packed.led,
  track: unpackTrack(packed.track),
  parts: packed.parts.map((part) => ({ ...part, t: undoDifferences(part.t_ms), shown: null })),
  text: packed.text,
  trailDrawnTo: 0, // the state up to which its trail is drawn
}));
const chosen = { robot: robots[0] }; // the one whose sensors, plots and output are shown
const journeys = content.journeys.map(unpackJourney);
const PERIOD = 20; // ms between two records of what moves
const endOfRun = timeOfEnd();
// The last moment at which it is known of all robots where they were.
const together = Math.min(...robots.map(({ track }) => track.t[track.length - 1] ?? Infinity));
const lostSpans = spansOfLoss(content.events);

/** The judge's end, unless the record goes on for more than what a robot does until it is told. */
function timeOfEnd() {
  const last = Math.max(...robots.map(({ track }) => track.t[track.length - 1] ?? 0));
  return Math.max(1, last < content.end.t_ms + PERIOD ? content.end.t_ms : last);
}

/** The values whose differences, in steps, these are; in units of `unit` steps. */
function undoDifferences(differences, factor = 1) {
  const values = new Float64Array(differences.length);
  let sum = 0;
  for (let i = 0; i < differences.length; i++) {
    sum += differences[i];
    values[i] = sum * factor;
  }
  return values;
}

function unpackTrack(packed) {
  const column = (name, divisor) => {
    const { step, d } = packed.columns[name];
    return undoDifferences(d, step / divisor);
  };
  const sensors = Object.keys(packed.columns).filter((name) => name.startsWith("line"));
  const t = undoDifferences(packed.t_ms);
  return {
    length: t.length,
    t,
    x: column("x", 1000),
    y: column("y", 1000),
    heading: column("heading", 1000), // degrees, counter-clockwise, unwrapped
    speed: column("speed", 1000), // mm/s, forward
    leftVolts: column("left_mv", 1000),
    rightVolts: column("right_mv", 1000),
    leftAmps: column("left_ma", 1), // mA
    rightAmps: column("right_ma", 1),
    battery: column("battery_mv", 1000), // V
    slip: column("slip", 1), // bit 1: left wheel, bit 2: right
    sensors: sensors.map((name) => column(name, 1)), // 0 … 65535, left to right
  };
}

/** The last index whose value is not above `limit`, or 0. */
function lastNotAbove(values, limit) {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unpackJourney({ object, t_ms, x, y, heading, lying }) {
  return {
    object,
    t: undoDifferences(t_ms),
    x: undoDifferences(x, 0.1),
    y: undoDifferences(y, 0.1),
    heading: undoDifferences(heading, 0.1),
    lying: undoDifferences(lying),
  };
}

/** The state of a track in force at `t`. */
function indexAt(track, t) {
  return lastNotAbove(track.t, t + 1e-6);
}

/** Where the robot is at `t`, between two states on the straight way from one to the other. */
function poseAt({ track }, t) {
  if (!track.length) return { x: content.mat.width / 2, y: content.mat.height / 2, heading: 0, index: 0 };
  t = Math.min(t, together);
  const i = indexAt(track, t);
  const j = Math.min(i + 1, track.length - 1);
  const whole = track.t[j] - track.t[i];
  const part = whole > 0 ? Math.min(1, Math.max(0, (t - track.t[i]) / whole)) : 0;
  const between = (column) => column[i] + (column[j] - column[i]) * part;
  return { x: between(track.x), y: between(track.y), heading: between(track.heading), index: i };
}

/** Where each object is at `t`: x, y, heading, whether it lies. One that moves goes straight from record to record. */
function posesAt(t) {
  const poses = content.mat.poses.slice();
  t = robots.length > 1 ? Math.min(t, together) : t;
  for (const journey of journeys) {
    const before = t + 1e-6 < journey.t[0] ? -1 : lastNotAbove(journey.t, t + 1e-6);
    const pose = before < 0 ? poses[journey.object] : poseOf(journey, before);
    poses[journey.object] = onItsWay(pose, journey, before, t);
  }
  return poses;
}

function poseOf({ x, y, heading, lying }, i) {
  return [x[i], y[i], heading[i], lying[i] === 1];
}

/** From a pose to the next record's; it stands until a period before that. */
function onItsWay(pose, journey, before, t) {
  const next = before + 1;
  if (next === journey.t.length) return pose;
  const since = Math.max(before < 0 ? -Infinity : journey.t[before], journey.t[next] - PERIOD);
  const there = poseOf(journey, next);
  if (t <= since || pose[3] !== there[3]) return pose;
  const part = (t - since) / (journey.t[next] - since);
  return [0, 1, 2].map((k) => pose[k] + (there[k] - pose[k]) * part).concat(there[3]);
}

/** Whether the robot's LED shines at `t`. */
function ledAt({ led }, t) {
  let on = false;
  for (const [since, value] of led) {
    if (since > t) break;
    on = value === 1;
  }
  return on;
}

/** From each loss of the line to where it was found again, or to the end. */
function spansOfLoss(events) {
  const spans = [];
  let since = null;
  for (const event of events) {
    if (event.kind === "lost" && since === null) since = event.t_ms;
    if (event.kind === "regained" && since !== null) {
      spans.push([since, event.t_ms]);
      since = null;
    }
  }
  if (since !== null) spans.push([since, endOfRun]);
  return spans;
}

/** A round step that divides `range` into at most `most` parts. */
function roundStep(range, most) {
  const rough = Math.max(range, 1e-9) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const lead of [1, 2, 5, 10]) {
    if (lead * power >= rough * 0.999) return lead * power;
  }
  return 10 * power;
}
