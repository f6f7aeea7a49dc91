// Puts the page together and listens to keys, mouse, touch and size.

function setLanguage(lang) {
  if (!content.words[lang]) return;
  language = lang;
  applyWords();
  buildHeader();
  buildRobots();
  nameParts([...chosen.robot.parts, ...chosen.robot.shape.marks]);
  buildEvents();
  buildResult();
  buildKeys();
  buildSpeedScale();
  drawTimelineTicks();
  redrawPlots();
  refreshOutput();
  askForFrame();
}

/** What is shown of one robot alone: its sensors, parts, plots and output. */
function buildChosen() {
  const { track, parts, shape } = chosen.robot;
  buildReadings(track.sensors.length);
  for (const part of parts) part.shown = null;
  buildParts(parts, shape.marks);
  buildPlots(listenToPlot);
  loadOutput(chosen.robot);
}

function chooseRobot(robot) {
  if (robot === chosen.robot) return;
  chosen.robot = robot;
  stage.shown = ""; // paths change their colours
  buildChosen();
  setLanguage(language);
}

function buildRates() {
  const box = document.getElementById("rates");
  for (const rate of RATES) {
    const button = make("button", "", { 0.25: "¼", 0.5: "½" }[rate] ?? String(rate));
    button.type = "button";
    button.dataset.rate = String(rate);
    button.addEventListener("click", () => setRate(rate));
    box.append(button);
  }
}

function buildSpeedScale() {
  document.getElementById("speed-scale").hidden = content.fastest === 0; // it stood still
  const canvas = document.getElementById("speed-colours");
  const ctx = canvas.getContext("2d");
  speedColours.forEach((colour, i) => {
    ctx.fillStyle = colour;
    ctx.fillRect((i * canvas.width) / LEVELS, 0, canvas.width / LEVELS + 1, canvas.height);
  });
  document.getElementById("speed-most").textContent = `${number(content.fastest)} ${word("mm-per-s")}`;
}

function listenToButtons() {
  const on = (id, act) => document.getElementById(id).addEventListener("click", act);
  on("play", () => (player.playing ? pause() : play()));
  on("to-start", () => seek(0));
  on("to-end", () => seek(endOfRun));
  on("step-back", () => stepStates(-1));
  on("step-forward", () => stepStates(1));
  listenToMatButtons();
  on("plots-closer", () => (zoomPlots(0.5, player.t), askForFrame()));
  on("plots-wider", () => (zoomPlots(2, player.t), askForFrame()));
  on("sound", () => switchSound(!sound.on));
  on("verdict", () => openTab("result"));
  on("keys", () => document.getElementById("key-dialog").showModal());
  on("close-keys", () => document.getElementById("key-dialog").close());
  for (const button of document.querySelectorAll("#tabs button")) {
    button.addEventListener("click", () => openTab(button.dataset.tab));
  }
  // Whatever names a moment leads there.
  document.body.addEventListener("click", (event) => {
    const target = event.target.closest("[data-time]");
    if (!target) return;
    pause();
    seek(Number(target.dataset.time));
  });
  // A button that was clicked must not swallow the space bar afterwards.
  document.body.addEventListener("pointerup", (event) => event.target.closest("button")?.blur());
}

function openTab(name) {
  showTab(name);
  refreshOutput();
  askForFrame();
}

function listenToKeys() {
  const acts = {
    " ": () => (player.playing ? pause() : play()),
    ArrowLeft: () => stepStates(-1),
    ArrowRight: () => stepStates(1),
    "shift ArrowLeft": () => (pause(), seek(player.t - 1000)),
    "shift ArrowRight": () => (pause(), seek(player.t + 1000)),
    Home: () => seek(0),
    End: () => seek(endOfRun),
    "[": () => changeRate(-1),
    "]": () => changeRate(1),
    n: () => stepEvents(1),
    p: () => stepEvents(-1),
    0: () => (fitStage(), askForFrame()),
    f: () => (followRobot(!stage.follow), askForFrame()),
    s: () => switchSound(!sound.on),
    "+": () => (zoomStage(1.4), askForFrame()),
    "=": () => (zoomStage(1.4), askForFrame()),
    "-": () => (zoomStage(1 / 1.4), askForFrame()),
    "?": () => document.getElementById("key-dialog").showModal(),
  };
  // The same keys on a Russian or Kazakh keyboard.
  const byPlace = { KeyN: "n", KeyP: "p", KeyF: "f", KeyS: "s", BracketLeft: "[", BracketRight: "]", Digit0: "0" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.getElementById("key-dialog").open) return;
    const onButton = event.target.closest("button:focus-visible");
    if (onButton && (event.key === " " || event.key === "Enter")) return;
    const shift = event.shiftKey && event.key.startsWith("Arrow") ? "shift " : "";
    const robot = robots.length > 1 ? robots[Number(event.key) - 1] : undefined;
    const choose = robot && (() => chooseRobot(robot));
    const act = choose ?? acts[shift + event.key] ?? acts[event.key.toLowerCase()] ?? acts[byPlace[event.code]];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** A click on a path leads to that moment. */
function onStageTap(event) {
  const found = momentAt(event.offsetX, event.offsetY);
  if (!found) return;
  chooseRobot(found.robot);
  pause();
  seek(found.t);
}

function listenToTime() {
  const drag = (event) => (pause(), seek(timeAt(event.clientX)), showTip(event.clientX));
  listenToDrag(timeline.bar, {
    press: drag,
    move: drag,
    tap: (event) => {
      const near = eventsNear(timeAt(event.clientX));
      if (near.length) seek(near[0].t_ms);
    },
  });
  timeline.bar.addEventListener("pointermove", (event) => showTip(event.clientX));
  timeline.bar.addEventListener("pointerleave", hideTip);
}

function listenToPlot(plot) {
  const scrub = (event) => (pause(), seek(plotTime(plot.view, event.offsetX)));
  listenToDrag(plot.canvas, { press: scrub, move: scrub });
  plot.canvas.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      zoomPlots(Math.exp(event.deltaY / 300), plotTime(plot.view, event.offsetX));
      askForFrame();
    },
    { passive: false },
  );
}

function listenToOutput() {
  output.box.addEventListener("scroll", () => {
    output.stuck = output.box.scrollTop + output.box.clientHeight >= output.box.scrollHeight - ROW;
    renderRows();
  });
}

function onResize() {
  showTab(tab);
  drawTimelineTicks();
  refreshOutput();
  askForFrame();
}

/** "replay.html#t=4.2" opens at 4.2 s: a moment that can be sent to somebody. */
function seekToAddress() {
  const asked = /[#&]t=([\d.]+)/.exec(location.hash);
  if (asked) seek(Number(asked[1]) * 1000);
}

document.getElementById("sound").hidden = buzzers.length === 0;
buildChosen();
buildTimeline();
buildLanguages();
buildRates();
listenToButtons();
listenToKeys();
listenToStage(onStageTap);
listenToTime();
listenToOutput();
showTab(tab);
setLanguage(language);
timeline.bar.setAttribute("aria-valuemax", String(Math.round(endOfRun)));
window.addEventListener("hashchange", seekToAddress);
new ResizeObserver(onResize).observe(document.body);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => (redrawPlots(), askForFrame()));
seekToAddress();

// For tests and for the curious: what the page shows right now. It can be read and not be changed.
window.replay = Object.freeze({
  state() {
    const { robot } = chosen;
    const { track, parts } = robot;
    const pose = poseAt(robot, player.t);
    return {
      t_ms: player.t,
      end_ms: endOfRun,
      playing: player.playing,
      rate: player.rate,
      state: pose.index,
      states: track.length,
      x_mm: pose.x,
      y_mm: pose.y,
      heading_deg: pose.heading,
      language,
      tab,
      follow: stage.follow,
      robot: robot.number,
      robots: robots.map((each) => poseAt(each, player.t)).map(({ x, y, heading }) => [x, y, heading]),
      objects: posesAt(player.t),
      numbered: [...stage.numbered],
      pointed: stage.pointed < 0 ? "" : objectName(content.mat.objects[stage.pointed]),
      px_per_mm: stage.view.scale,
      printed: charsAt(player.t),
      parts: Object.fromEntries(parts.map((part) => [part.id, part.shown])),
      sound: sound.on,
      tones_hz: [...sound.hz],
      plots_from_ms: plotSpan.from,
      plots_to_ms: plotSpan.to,
      waiting_for_frame: player.frame !== 0,
    };
  },
});
