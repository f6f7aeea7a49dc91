// Everything but the large canvas: what the chosen robot shows and has printed, the runs so far, the buttons.

const MOST_SAID = 60_000; // characters of output on the page
const PRESSED_MS = 400;
const CLOSE_TRAIL = 400; // states
const panels = { parts: null, said: null, runs: [] };

function buildHeader() {
  const title = content.titles[language] || word("live-title");
  document.getElementById("title").textContent = title;
  document.title = `${title} · Marshrut`;
  document.getElementById("facts").textContent = content.variants[language] || "";
  for (const button of document.querySelectorAll("#languages button")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === language));
  }
}

function buildRobots() {
  const box = document.getElementById("robots");
  box.hidden = robots.length < 2;
  for (const robot of robots) {
    const button = make("button");
    button.type = "button";
    button.style.setProperty("--tint", tintOf(robot.number, 0.6));
    button.addEventListener("click", () => chooseRobot(robot));
    box.append(button);
  }
}

function chooseRobot(robot) {
  chosen.robot = robot;
  panels.parts = null;
  panels.said = null;
  askForFrame();
}

function showPanels() {
  const { robot } = chosen;
  if (panels.parts !== robot) {
    panels.parts = robot;
    buildParts(robot.parts, robot.shape.marks);
    nameParts([...robot.parts, ...robot.shape.marks]);
    for (const part of robot.parts) part.shown = null;
    document.getElementById("port").textContent = robot.shape.port;
  }
  for (const part of robot.parts) showLook(part, robot.looks[part.id] ?? "");
  const pose = poseNow(robot);
  const from = Math.max(0, pose.index - CLOSE_TRAIL);
  const look = { ledOn: shines(robot), tint: tintOf(robot.number, 0.6), from };
  drawCloseUp(robot.shape, robot.track, pose, robot.places, look);
  showReadings(robot.track, pose);
  setText(document.getElementById("now-time"), seconds(robot.t));
  const run = document.getElementById("run");
  run.dataset.run = robot.run;
  setText(run, `${word("live-run")}: ${word(`live-run-${robot.run}`)}`);
  document.querySelectorAll("#robots button").forEach((button, i) => {
    setText(button, word("live-robot", { number: i + 1 }));
    button.setAttribute("aria-pressed", String(robots[i] === robot));
  });
  const cable = document.getElementById("do-cable");
  setText(cable, word(robot.plugged ? "live-key-unplug" : "live-key-plug"));
  cable.classList.toggle("out", !robot.plugged);
  const down = robot.t >= robot.pressed - PRESSED_MS / 4 && robot.t < robot.pressed + PRESSED_MS;
  document.getElementById("do-button").classList.toggle("down", down);
  showSaid(robot);
  showMatButtons();
}

/** What the program has printed; as text, whatever is in it. */
function showSaid(robot) {
  if (panels.said === robot.said) return;
  panels.said = robot.said;
  const box = document.getElementById("said");
  const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 20;
  box.textContent = robot.said;
  if (atEnd) box.scrollTop = box.scrollHeight;
}

function addSaid(robot, text) {
  robot.said = (robot.said + text).slice(-MOST_SAID);
}

/** The runs that have ended, the last one first. */
function showRuns() {
  document.getElementById("runs-none").hidden = panels.runs.length > 0;
  const items = panels.runs.map((run) => {
    const item = make("li", "run");
    const name = robots.length > 1 ? `${word("live-robot", { number: run.robot + 1 })} · ${run.program}` : run.program;
    const told = make("span", "run-told");
    if (run.judged) {
      const good = run.verdict === "pass" ? "good" : "bad";
      told.append(make("span", `run-verdict ${good}`, word(`verdict-${run.verdict}`)));
      told.append(make("span", "", word("points-of", { points: run.points, max: run.max })));
    }
    told.append(make("span", "", seconds(run.time_ms)));
    item.append(make("span", "run-name", name), told);
    const link = make("a", "", word("live-replay"));
    link.href = `runs/${run.number}?lang=${language}`;
    link.target = "_blank";
    link.rel = "noopener";
    item.append(link);
    return item;
  });
  document.getElementById("runs").replaceChildren(...items);
}
