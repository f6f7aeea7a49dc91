// The line to the board: what it tells comes as server-sent events, what a person does goes as a request.

const link = { source: null, gone: false, heard: 0 };
const WAIT_MS = 1000; // until it is tried again
const SILENCE_MS = 6000; // the server says something more often than that

function connect() {
  link.source?.close();
  const source = new EventSource("events");
  link.source = source;
  link.heard = Date.now();
  source.onmessage = (event) => {
    link.heard = Date.now();
    receive(JSON.parse(event.data));
    setGone(false);
    askForFrame();
  };
  source.onerror = () => {
    source.close();
    setGone(true);
    setTimeout(connect, WAIT_MS);
  };
}

/** A server that is there and says nothing, as after the computer has slept. */
function watchSilence() {
  if (!link.gone && Date.now() - link.heard > SILENCE_MS) link.source.onerror();
}

function setGone(gone) {
  if (gone === link.gone) return;
  link.gone = gone;
  document.getElementById("gone").hidden = !gone;
  document.body.classList.toggle("gone", gone);
  for (const button of document.querySelectorAll("#hands button")) button.disabled = gone;
}

function receive(told) {
  if (told.page && told.page !== content.page) return location.reload(); // another board has taken its place
  told.present?.forEach((seen, number) => takePresent(robots[number], seen));
  told.records?.forEach(([number, kind, ...record]) => acts[kind](robots[number], ...record));
  told.plugged?.forEach((plugged, number) => (robots[number].plugged = plugged));
  if (told.runs) {
    panels.runs = told.runs;
    showRuns();
  }
}

const acts = {
  begins: (robot, worlds, values) => (beginWorld(robot, "none"), addState(robot, 0, values)),
  state: addState,
  move: (robot, t, number, ...place) => placeObject(robot, number, place),
  output: (robot, t, pin, duty) => (robot.duties[pin] = duty),
  display: (robot, t, part, text) => (robot.looks[part] = text),
  event: (robot, t, kind) => {
    if (kind === "press") robot.pressed = t / 1000;
  },
  text: (robot, t, text) => addSaid(robot, text),
  printed: (robot, text) => (robot.printed = text),
  run: (robot, run) => (robot.run = run),
};

function takePresent(robot, seen) {
  robot.printed = seen.printed;
  beginWorld(robot, seen.run);
  for (const [t, values] of seen.path) addState(robot, t, values);
  for (const [number, place] of Object.entries(seen.places)) placeObject(robot, number, place);
  Object.assign(robot, { looks: seen.looks, duties: seen.duties });
  for (const [, text] of seen.texts) addSaid(robot, text);
}

/** Have something done to the chosen robot. */
function act(command) {
  if (link.gone) return;
  const body = JSON.stringify({ robot: chosen.robot.number, command });
  fetch("do", { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => {});
}
