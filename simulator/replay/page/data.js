// Unpacks the page's content: the run as columns, and where the robot was at any moment. Times in ms, lengths in mm.

const content = JSON.parse(document.getElementById("content").textContent);
const track = unpackTrack(content.track);
const endOfRun = Math.max(content.end.t_ms, track.length ? track.t[track.length - 1] : 0, 1);
const lostSpans = spansOfLoss(content.events);

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

/** The state in force at `t`. */
function indexAt(t) {
  return lastNotAbove(track.t, t + 1e-6);
}

/** Where the robot is at `t`, between two states on the straight way from one to the other. */
function poseAt(t) {
  if (!track.length) return { x: content.mat.width / 2, y: content.mat.height / 2, heading: 0, index: 0 };
  const i = indexAt(t);
  const j = Math.min(i + 1, track.length - 1);
  const whole = track.t[j] - track.t[i];
  const part = whole > 0 ? Math.min(1, Math.max(0, (t - track.t[i]) / whole)) : 0;
  const between = (column) => column[i] + (column[j] - column[i]) * part;
  return { x: between(track.x), y: between(track.y), heading: between(track.heading), index: i };
}

/** Whether the LED shines at `t`. */
function ledAt(t) {
  let on = false;
  for (const [since, value] of content.led) {
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
