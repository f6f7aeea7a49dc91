// Header, list of events and result: built once for each language, then only marked as time goes.

const rowsOfEvents = [];
let tab = content.result.judged ? "result" : "output"; // with nothing judged, what it printed is what was wanted

function eventName(event) {
  return hasWord(`mark-${event.kind}`) ? word(`mark-${event.kind}`) : translated(event.text) || event.kind;
}

function robotName({ number, name }) {
  return word("robot", { number: number + 1, name });
}

/** Whose event it is, where there are several robots. */
function robotBadge(event) {
  if (robots.length < 2) return [];
  const badge = make("span", "robot-badge", String((event.robot ?? 0) + 1));
  badge.style.setProperty("--tint", tintOf(event.robot ?? 0, 0.6));
  badge.title = robotName(robots[event.robot ?? 0]);
  return [badge];
}

/** What is to be said besides the name: the judge's message, what was met, or the line and class of an error. */
function eventDetail(event) {
  const parts = [];
  const text = translated(event.text);
  const met = event.kind === "robot" ? robots[Number(event.cls.replace("robot-", "")) - 1] : null;
  const touched = event.kind === "object" ? content.mat.objects.find(({ id }) => id === event.cls) : null;
  if (met) parts.push(robotName(met));
  else if (touched) parts.push(objectName(touched));
  else if (text && text !== eventName(event)) parts.push(text);
  else if (event.cls) parts.push(event.cls);
  if (event.line) parts.push(word("program-line", { line: event.line }));
  return parts.join(" · ");
}

function buildHeader() {
  document.getElementById("title").textContent = taskTitle();
  const verdict = content.result.verdict;
  const badge = document.getElementById("verdict");
  badge.hidden = verdict === "none"; // nobody judged
  badge.textContent = badge.hidden ? "" : word(content.result.verdict_word);
  badge.className = content.result.tone;
  const { seed, runtime } = content.facts;
  document.getElementById("facts").textContent = `${variantTitle()} · ${word("seed")} ${seed} · ${runtime}`;
  const faults = document.getElementById("faults");
  faults.hidden = content.faults.length === 0;
  faults.textContent = `${word("summary-faults")}: ${content.faults.map(translated).join("; ")}`;
  document.title = [taskTitle(), badge.textContent, word("title")].filter(Boolean).join(" · ");
  for (const button of document.querySelectorAll("#languages button")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === language));
  }
}

/** The robots with their programs' names, to choose from. */
function buildRobots() {
  const box = document.getElementById("robots");
  box.hidden = robots.length < 2;
  box.replaceChildren();
  for (const robot of robots) {
    const button = make("button");
    button.type = "button";
    button.title = robotName(robot);
    button.setAttribute("aria-label", button.title);
    button.append(...robotBadge({ robot: robot.number }), ` ${robot.name}`);
    button.addEventListener("click", () => chooseRobot(robot));
    box.append(button);
  }
  showChosen();
}

function showChosen() {
  document.querySelectorAll("#robots button").forEach((button, i) => {
    button.setAttribute("aria-pressed", String(robots[i] === chosen.robot));
  });
  const whose = robots.length > 1 ? ` · ${robotName(chosen.robot)}` : "";
  setText(document.querySelector("#output-box h2"), word("output") + whose);
}

function buildEvents() {
  const list = document.getElementById("event-list");
  list.replaceChildren();
  rowsOfEvents.length = 0;
  let losses = 0;
  for (const event of content.events) {
    const row = make("button", "event");
    row.type = "button";
    row.dataset.time = String(event.t_ms);
    row.dataset.kind = event.kind;
    row.title = word("go");
    const name = make("span", "event-name", eventName(event));
    if (event.kind === "lost") name.append(make("span", "count", String((losses += 1))));
    const what = make("span", "event-what");
    what.append(name);
    const detail = eventDetail(event);
    if (detail) what.append(make("span", "event-detail", detail));
    const dot = make("span", `dot ${markClass(event.kind)}`);
    row.append(make("span", "event-time", seconds(event.t_ms)), dot, ...robotBadge(event), what);
    if (event.rule) row.append(make("span", "event-rule", `${word("rule")} ${event.rule}`));
    list.append(row);
    rowsOfEvents.push(row);
  }
}

function buildResult() {
  const box = document.getElementById("result-box");
  box.replaceChildren();
  const { result, end } = content;
  const ended = make("button", "ended");
  ended.type = "button";
  ended.id = "ended";
  ended.dataset.time = String(end.t_ms);
  ended.title = word("go");
  ended.append(make("span", "", translated(end.text)));
  // Where the judge's sentence names the line, it need not be said twice.
  const named = new RegExp(`(^|\\D)${end.line}(\\D|$)`).test(translated(end.text));
  if (end.line && !named) ended.append(make("strong", "", word("program-line", { line: end.line })));
  ended.append(make("span", "ended-time", seconds(end.t_ms)));
  box.append(...(result.judged ? [buildSummary(result)] : []), ended);
  box.append(...(result.judged ? [buildChecks(result.checks)] : []), buildFacts());
}

function buildSummary(result) {
  const summary = make("p", "summary");
  const points = word("points-of", { points: number(result.points), max: number(result.max) });
  summary.append(
    make("strong", result.tone, word(result.verdict_word)),
    make("span", "points", `${word("points")}: ${points}`),
  );
  if (result.time_ms !== null && result.time_ms !== undefined) {
    summary.append(make("span", "points", `${word(result.time_word)}: ${seconds(result.time_ms)}`));
  }
  for (const told of result.penalties[language] ?? []) summary.append(make("span", "points", told));
  return summary;
}

function buildChecks(checks) {
  const table = make("table");
  const head = table.createTHead().insertRow();
  head.append(make("th"), make("th", "", word("check")), make("th", "check-points", word("points")));
  const body = table.createTBody();
  for (const check of checks) {
    const row = body.insertRow();
    row.className = check.passed ? "passed" : "failed";
    const what = make("td", "", translated(check.text));
    what.append(checkPlace(check, row));
    row.append(make("td", "tick-cell", check.passed ? "✓" : "✗"), what);
    const points = check.max ? `${number(check.points)} / ${number(check.max)}` : translated(check.cost) || "–";
    row.append(make("td", "check-points", points));
  }
  return table;
}

/** Rule, moment and place of a check, each as far as it is known; a click on its row leads to the moment. */
function checkPlace(check, row) {
  const line = make("div", "check-place");
  if (check.rule) line.append(make("span", "", `${word("rule")} ${check.rule}`));
  if (check.t_ms !== null && check.t_ms !== undefined) {
    const go = make("button", "go", seconds(check.t_ms));
    go.type = "button";
    go.title = word("go");
    line.append(go);
    row.dataset.time = String(check.t_ms);
  }
  if (check.x_mm !== null && check.x_mm !== undefined) {
    line.append(make("span", "", `x ${number(check.x_mm)}, y ${number(check.y_mm)} ${word("mm")}`));
  }
  return line;
}

function buildFacts() {
  const list = make("dl", "fact-list");
  const facts = { ...content.facts, trace: content.facts.trace.slice(0, 16) };
  for (const [name, value] of Object.entries(facts)) list.append(make("dt", "", word(name)), make("dd", "", value));
  list.append(make("dt", "", word("duration")), make("dd", "", seconds(content.end.t_ms)));
  return list;
}

function buildKeys() {
  const list = document.getElementById("key-list");
  list.replaceChildren();
  const keys = [
    [word("key-name-space"), "key-space"],
    ["← →", "key-arrows"],
    ["⇧ ← →", "key-shift-arrows"],
    ["Home End", "key-home-end"],
    ["[ ]", "key-brackets"],
    ["P N", "key-events"],
    ["0 F", "key-view"],
    ["+ −", "key-zoom"],
    ...(buzzers.length ? [["S", "key-sound"]] : []),
    ...(robots.length > 1 ? [[`1 … ${robots.length}`, "key-robots"]] : []),
  ];
  for (const [key, name] of keys) list.append(make("dt", "", key), make("dd", "", word(name)));
}

function showTab(name) {
  tab = name;
  const wide = matchMedia("(min-width: 1360px)").matches;
  const open = wide && tab === "output" ? "result" : tab;
  for (const button of document.querySelectorAll("#tabs button")) {
    button.setAttribute("aria-pressed", String(button.dataset.tab === open));
  }
  for (const panel of document.querySelectorAll(".panel")) panel.classList.toggle("open", panel.dataset.tab === open);
}

/** Events that lie behind are marked so. */
function showEvents(t) {
  rowsOfEvents.forEach((row, i) => row.classList.toggle("past", content.events[i].t_ms <= t + 0.5));
}
