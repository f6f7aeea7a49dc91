// The clock of the page: one moment of the run, shown everywhere. Frames are asked for only when there is a new one.

const RATES = [0.25, 0.5, 1, 2, 4, 8];
const player = { t: 0, playing: false, rate: 1, frame: 0, before: 0 };

function play() {
  if (player.playing) return;
  if (player.t >= endOfRun) player.t = 0;
  player.playing = true;
  player.before = 0;
  askForFrame();
}

function pause() {
  player.playing = false;
  askForFrame();
}

function seek(t) {
  player.t = Math.min(endOfRun, Math.max(0, t));
  askForFrame();
}

function setRate(rate) {
  player.rate = rate;
  askForFrame();
}

/** Slower or faster by so many places in the list. */
function changeRate(places) {
  const at = RATES.indexOf(player.rate) + places;
  setRate(RATES[Math.min(RATES.length - 1, Math.max(0, at))]);
}

/** To the state before or after the present moment. */
function stepStates(count) {
  pause();
  const { track } = chosen.robot;
  if (!track.length) return;
  const here = indexAt(track, player.t);
  const between = player.t > track.t[here] + 0.5 && count < 0 ? 1 : 0;
  const there = Math.min(track.length - 1, Math.max(0, here + count + between));
  seek(track.t[there]);
}

/** To the event before or after. */
function stepEvents(direction) {
  pause();
  const times = content.events.map((event) => event.t_ms);
  const there = direction > 0 ? times.find((t) => t > player.t + 1) : times.findLast((t) => t < player.t - 1);
  if (there !== undefined) seek(there);
}

function askForFrame() {
  if (!player.frame) player.frame = requestAnimationFrame(onFrame);
}

function onFrame(now) {
  player.frame = 0;
  if (player.playing) {
    // A tab that was hidden for a minute goes on from where it was.
    const passed = player.before ? Math.min(100, now - player.before) : 0;
    player.before = now;
    player.t = Math.min(endOfRun, player.t + passed * player.rate);
    if (player.t >= endOfRun) player.playing = false;
  }
  drawAll();
  if (player.playing) askForFrame();
}

function drawAll() {
  const { t } = player;
  const { robot } = chosen;
  const pose = poseAt(robot, t);
  drawStage(t);
  drawCloseUp(robot.shape, robot.track, pose, posesAt(t), { ledOn: ledAt(robot, t), tint: tintOf(robot.number, 0.6) });
  showReadings(robot.track, pose);
  showParts(t);
  playTones(t);
  drawPlots(t);
  showTimeline(t);
  showOutput(t);
  showEvents(t);
  showControls();
}

function showControls() {
  const button = document.getElementById("play");
  button.classList.toggle("playing", player.playing);
  const name = word(player.playing ? "pause" : "play");
  if (button.title !== name) {
    button.title = name;
    button.setAttribute("aria-label", name);
  }
  setText(document.getElementById("clock"), secondsAlone(player.t));
  setText(document.getElementById("clock-end"), `/ ${seconds(endOfRun)}`);
  for (const rate of document.querySelectorAll("#rates button")) {
    rate.setAttribute("aria-pressed", String(Number(rate.dataset.rate) === player.rate));
  }
  document.getElementById("sound").setAttribute("aria-pressed", String(sound.on));
  showMatButtons();
}
