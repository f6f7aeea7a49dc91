// The bar under everything: the whole run, what happened in it, and a handle to drag.

const timeline = {
  bar: document.getElementById("timeline"),
  marks: document.getElementById("timeline-marks"),
  ticks: document.getElementById("timeline-ticks"),
  done: document.getElementById("timeline-done"),
  handle: document.getElementById("timeline-handle"),
  tip: document.getElementById("timeline-tip"),
};

const markColours = { start: "#13795b", finish: "#1d4ed8", scored: "#1d4ed8", lost: "#d5202f", regained: "#c77700" };
const touchKinds = new Set(["wall", "robot", "object"]);

function percent(t) {
  return `${(t / endOfRun) * 100}%`;
}

function markClass(kind) {
  return `mark kind-${/^[a-z_]+$/.test(kind) ? kind : "other"}`;
}

function buildTimeline() {
  for (const [from, to] of lostSpans) {
    const span = make("div", "lost-span");
    span.style.left = percent(from);
    span.style.width = percent(to - from);
    timeline.marks.append(span);
  }
  for (const event of content.events) {
    const tick = make("div", markClass(event.kind));
    tick.classList.toggle("rival", (event.robot ?? 0) > 0);
    tick.style.left = percent(event.t_ms);
    timeline.marks.append(tick);
  }
}

function drawTimelineTicks() {
  const width = timeline.bar.clientWidth;
  const step = Math.max(1, roundStep(endOfRun, Math.max(2, width / 70)));
  timeline.ticks.replaceChildren();
  for (let t = 0; t <= endOfRun + 1; t += step) {
    const tick = make("div", "tick", number(t / 1000, digitsOfStep(step)));
    tick.style.left = percent(t);
    timeline.ticks.append(tick);
  }
}

function showTimeline(t) {
  timeline.done.style.width = percent(t);
  timeline.handle.style.left = percent(t);
  timeline.bar.setAttribute("aria-valuenow", String(Math.round(t)));
  timeline.bar.setAttribute("aria-valuetext", seconds(t));
}

function timeAt(clientX) {
  const box = timeline.bar.getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * endOfRun;
}

/** The events within a finger's breadth of `t`. */
function eventsNear(t) {
  const reach = (7 / Math.max(1, timeline.bar.clientWidth)) * endOfRun;
  return content.events.filter((event) => Math.abs(event.t_ms - t) <= reach);
}

function showTip(clientX) {
  const { tip } = timeline;
  const t = timeAt(clientX);
  const near = eventsNear(t).slice(0, 4);
  tip.replaceChildren(make("div", "tip-time", seconds(near.length ? near[0].t_ms : t)));
  for (const event of near) {
    const line = make("div", "tip-event");
    line.append(make("span", `dot ${markClass(event.kind)}`), ...robotBadge(event), make("span", "", eventName(event)));
    tip.append(line);
    if (event.rule) line.append(make("span", "tip-rule", `${word("rule")} ${event.rule}`));
  }
  tip.hidden = false;
  const box = timeline.bar.getBoundingClientRect();
  const half = tip.offsetWidth / 2;
  const x = Math.min(box.width - half, Math.max(half, clientX - box.left));
  tip.style.left = `${x}px`;
}

function hideTip() {
  timeline.tip.hidden = true;
}
