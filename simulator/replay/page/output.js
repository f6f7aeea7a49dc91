// What the program had printed by a moment. Only the rows in view exist as elements, so a megabyte is no burden.

const output = {
  box: document.getElementById("output-scroll"),
  rowsBox: document.getElementById("output-rows"),
  note: document.getElementById("output-note"),
  text: "",
  cut: false, // whether there was more
  times: [],
  ends: [], // how long the text is after each part
  starts: [], // of the rows
  firstOfLine: [], // whether a row begins a line
  columns: 0,
  shownChars: 0,
  stale: true, // whether the rows must be drawn although no more has been printed
  stuck: true, // to the end, as a terminal is
};
const ROW = 17; // px, as in the style sheet

/** From now on show what that robot's program printed. */
function loadOutput({ text }) {
  output.text = text.all;
  output.cut = text.cut;
  output.times = undoDifferences(text.t_ms);
  output.ends = undoDifferences(text.lengths);
  output.columns = 0; // so that it is broken into rows anew
  output.stuck = true;
  refreshOutput();
}

/** How much of the text was there at `t`. */
function charsAt(t) {
  if (!output.times.length || output.times[0] > t) return 0;
  return output.ends[lastNotAbove(output.times, t)];
}

/** When the character at `position` was printed. */
function timeOfChar(position) {
  let low = 0;
  let high = output.ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (output.ends[middle] > position) high = middle;
    else low = middle + 1;
  }
  return output.times[low] ?? 0;
}

/** Break the text into rows of at most so many columns; never inside a character. */
function breakRows(columns) {
  const { text } = output;
  output.columns = columns;
  output.starts = [];
  output.firstOfLine = [];
  let start = 0;
  let fresh = true;
  while (start < text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    // A tab is eight columns at most; counted as one it would only make a row that scrolls sideways.
    do {
      output.starts.push(start);
      output.firstOfLine.push(fresh);
      let next = Math.min(end, start + columns);
      const code = text.charCodeAt(next);
      if (next < end && code >= 0xdc00 && code <= 0xdfff) next -= 1;
      start = next;
      fresh = false;
    } while (start < end);
    start = end + 1;
    fresh = true;
  }
}

function measureColumns() {
  const probe = make("span", "row-text", "0".repeat(40));
  output.rowsBox.append(probe);
  const width = probe.getBoundingClientRect().width / 40 || 7;
  probe.remove();
  return Math.max(16, Math.floor((output.box.clientWidth - 74) / width));
}

function showOutput(t) {
  const { box, rowsBox, note } = output;
  if (!box.clientWidth) return; // its tab is closed
  const columns = measureColumnsOnce();
  if (columns !== output.columns) {
    breakRows(columns);
    output.stale = true;
  }
  const chars = charsAt(t);
  if (chars !== output.shownChars || output.stale) {
    output.shownChars = chars;
    output.stale = false;
    const rows = rowsFor(chars);
    // Old rows below the new end would keep the box as high as it was.
    rowsBox.replaceChildren();
    rowsBox.style.height = `${rows * ROW}px`;
    if (output.stuck) box.scrollTop = box.scrollHeight;
    const empty = output.text ? "output-none-yet" : "output-empty";
    const cut = output.cut && chars >= output.text.length;
    note.hidden = rows > 0 && !cut;
    setText(note, word(cut ? "output-cut" : empty));
    note.classList.toggle("below", rows > 0);
    renderRows();
  }
}

let measured = { width: -1, columns: 0 };
function measureColumnsOnce() {
  const width = output.box.clientWidth;
  if (measured.width !== width) measured = { width, columns: measureColumns() };
  return measured.columns;
}

/** How many rows the first `chars` characters take. */
function rowsFor(chars) {
  if (!chars) return 0;
  return lastNotAbove(output.starts, chars - 1) + 1;
}

function renderRows() {
  const { box, rowsBox, text, starts, shownChars } = output;
  const rows = rowsFor(shownChars);
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
  const last = Math.min(rows, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + 4);
  const shown = [];
  for (let i = first; i < last; i++) {
    let end = i + 1 < starts.length ? starts[i + 1] : text.length;
    end = Math.min(end, shownChars);
    const row = make("div", "row");
    row.style.top = `${i * ROW}px`;
    const when = make("button", "row-time");
    when.type = "button";
    when.tabIndex = -1;
    if (output.firstOfLine[i]) {
      const t = timeOfChar(starts[i]);
      when.textContent = secondsAlone(t);
      when.dataset.time = String(t);
      when.title = word("go");
    }
    row.append(when, make("span", "row-text", text.slice(starts[i], end).replace(/\n$/, "")));
    shown.push(row);
  }
  rowsBox.replaceChildren(...shown);
}

/** After a change of language or size. */
function refreshOutput() {
  output.stale = true;
  measured.width = -1;
}
