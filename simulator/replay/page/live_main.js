// Puts the page together; a frame is drawn when there is something new.

let frame = 0;

function askForFrame() {
  if (!frame) frame = requestAnimationFrame(onFrame);
}

function onFrame() {
  frame = 0;
  drawStage();
  showPanels();
}

function setLanguage(lang) {
  if (!content.words[lang]) return;
  language = lang;
  applyWords();
  buildHeader();
  nameParts([...chosen.robot.parts, ...chosen.robot.shape.marks].filter((part) => part.caption));
  showRuns();
  askForFrame();
}

function listenToHands() {
  const on = (id, command) => document.getElementById(id).addEventListener("click", () => act(command()));
  on("do-start", () => "start");
  on("do-button", () => "button");
  on("do-reset", () => "reset");
  on("do-cable", () => (chosen.robot.plugged ? "unplug" : "plug"));
  on("do-step", () => "step");
  document.getElementById("do-step").hidden = !content.step;
  document.body.addEventListener("pointerup", (event) => event.target.closest("button")?.blur());
}

function listenToKeys() {
  const acts = {
    s: () => act("start"),
    b: () => act("button"),
    r: () => act("reset"),
    u: () => act(chosen.robot.plugged ? "unplug" : "plug"),
    f: () => followRobot(!stage.follow),
    0: fitStage,
    "+": () => zoomStage(1.4),
    "=": () => zoomStage(1.4),
    "-": () => zoomStage(1 / 1.4),
  };
  if (content.step) acts[" "] = () => act("step");
  // The same keys on a Russian or Kazakh keyboard.
  const byPlace = { KeyS: "s", KeyB: "b", KeyR: "r", KeyU: "u", KeyF: "f", Digit0: "0" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const onButton = event.target.closest("button:focus-visible, a");
    if (onButton && (event.key === " " || event.key === "Enter")) return;
    const number = Number(event.key);
    if (robots.length > 1 && number >= 1 && number <= robots.length) return chooseRobot(robots[number - 1]);
    const does = acts[event.key.toLowerCase()] ?? acts[byPlace[event.code]];
    if (!does) return;
    event.preventDefault();
    does();
    askForFrame();
  });
}

buildReadings(sensorFields.length);
buildRobots();
buildLanguages();
listenToMatButtons();
listenToStage();
listenToHands();
listenToKeys();
setLanguage(language);
new ResizeObserver(askForFrame).observe(document.body);
connect();
setInterval(watchSilence, WAIT_MS);

// For tests and for the curious: what the page shows right now. It can be read and not be changed.
window.live = Object.freeze({
  state() {
    return {
      gone: link.gone,
      language,
      chosen: chosen.robot.number,
      follow: stage.follow,
      px_per_mm: stage.view.scale,
      runs: panels.runs.length,
      waiting_for_frame: frame !== 0,
      robots: robots.map((robot) => ({
        ...poseNow(robot),
        t_ms: robot.t,
        states: robot.track.length,
        run: robot.run,
        plugged: robot.plugged,
        led: shines(robot),
        looks: { ...robot.looks },
        places: robot.places,
        said: robot.said,
      })),
    };
  },
});
