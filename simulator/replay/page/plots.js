// Plots over time with one cursor. The curves are a layer, drawn anew only when the span of time or the size changes.

const plotSpan = { from: 0, to: endOfRun };
const GUTTER = 44; // px at the left for the scale

let plots = [];

function plotsOf(track) {
  return [
    {
      name: "sensors",
      digits: 0,
      unit: "",
      range: [0, 65535],
      series: track.sensors.map((values, i) => ({ label: String(i + 1), values, colour: sensorColours[i % 5] })),
    },
    {
      name: "voltage",
      digits: 1,
      unit: "volts",
      series: [
        { word: "left", values: track.leftVolts, colour: sideColours.left },
        { word: "right", values: track.rightVolts, colour: sideColours.right },
      ],
    },
    {
      name: "current",
      digits: 0,
      unit: "milliamps",
      series: [
        { word: "left", values: track.leftAmps, colour: sideColours.left },
        { word: "right", values: track.rightAmps, colour: sideColours.right },
      ],
    },
    { name: "speed", digits: 0, unit: "mm-per-s", series: [{ values: track.speed, colour: "#b0359a" }] },
    { name: "battery", digits: 2, unit: "volts", close: true, series: [{ values: track.battery, colour: "#2f8f4e" }] },
  ].filter((plot) => plot.series.length); // a robot may have no line sensors
}

/** Plots of the chosen robot; `listen` is told of each. */
function buildPlots(listen) {
  const box = document.getElementById("plots");
  box.replaceChildren();
  plots = plotsOf(chosen.robot.track);
  box.classList.toggle("below-buttons", plots[0].name !== "sensors"); // only the sensors' head is short enough for them
  for (const plot of plots) {
    const row = make("div", "plot");
    row.dataset.plot = plot.name;
    const head = make("div", "plot-head");
    const title = make("span", "plot-title");
    title.dataset.word = plot.name;
    head.append(title);
    for (const series of plot.series) {
      head.append(seriesKey(series));
    }
    plot.canvas = make("canvas");
    row.append(head, plot.canvas);
    box.append(row);
    plot.view = new View();
    plot.layer = document.createElement("canvas");
    plot.shown = "";
    plot.range ??= rangeOf(plot);
    listen(plot);
  }
  box.append(timeAxis.canvas);
}

/** Which curve has which colour, with its value now. A sensor has only its number: five values would not fit. */
function seriesKey(series) {
  const key = make("span", "key");
  const label = make("span", "", series.label);
  if (series.label) {
    label.className = "sensor-key";
    label.style.background = series.colour;
    key.append(label);
    return key;
  }
  const swatch = make("span", "swatch");
  swatch.style.background = series.colour;
  if (series.word) label.dataset.word = series.word;
  series.now = make("span", "now");
  key.append(swatch, label, series.now);
  return key;
}

/** The seconds under the plots. */
const timeAxis = { canvas: make("canvas", "time-axis"), view: new View(), shown: "" };

function drawTimeAxis() {
  const { canvas, view } = timeAxis;
  view.resize(canvas);
  const key = `${view.key()} ${plotSpan.from} ${plotSpan.to} ${language}`;
  if (key === timeAxis.shown) return;
  timeAxis.shown = key;
  const ctx = canvas.getContext("2d");
  view.applyPx(ctx);
  ctx.clearRect(0, 0, view.width, view.height);
  ctx.fillStyle = colourOf("--soft");
  ctx.font = "10px system-ui, sans-serif";
  ctx.textBaseline = "top";
  ctx.textAlign = "center";
  const step = plotStep(view);
  for (let t = Math.ceil(plotSpan.from / step) * step; t <= plotSpan.to; t += step) {
    const x = plotX(view, t);
    if (x < view.width - 24) ctx.fillText(number(t / 1000, digitsOfStep(step)), x, 1);
  }
  ctx.textAlign = "right";
  ctx.fillText(word("seconds"), view.width - 4, 1);
}

/** The time between two upright lines. */
function plotStep(view) {
  return Math.max(1, roundStep(plotSpan.to - plotSpan.from, Math.max(2, (view.width - GUTTER) / 50)));
}

/** From the least to the greatest value, rounded to read well; with 0 unless the plot shows its curve close. */
function rangeOf(plot) {
  let low = plot.close ? Infinity : 0;
  let high = plot.close ? -Infinity : 0;
  for (const { values } of plot.series) {
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!Number.isFinite(low)) return [0, 1];
  if (high === low) return plot.close ? [low - 0.5, low + 0.5] : [0, 1];
  const step = roundStep(high - low, 5);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

function plotX(view, t) {
  return GUTTER + ((t - plotSpan.from) / (plotSpan.to - plotSpan.from)) * (view.width - GUTTER - 4);
}

function plotTime(view, px) {
  return plotSpan.from + ((px - GUTTER) / (view.width - GUTTER - 4)) * (plotSpan.to - plotSpan.from);
}

function plotY(plot, value) {
  const [low, high] = plot.range;
  return plot.view.height - 4 - ((value - low) / (high - low)) * (plot.view.height - 8);
}

const theme = new Map();

/** A colour of the style sheet; kept, since asking for it in every frame would be dear. */
function colourOf(name) {
  if (!theme.has(name)) theme.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return theme.get(name);
}

function drawPlotLayer(plot) {
  const { view, layer, canvas } = plot;
  layer.width = canvas.width;
  layer.height = canvas.height;
  const ctx = layer.getContext("2d");
  view.applyPx(ctx);
  const right = view.width - 4;
  ctx.fillStyle = colourOf("--lost-span");
  for (const [from, to] of chosen.robot.number ? [] : lostSpans) {
    const left = Math.max(GUTTER, plotX(view, from));
    const end = Math.min(right, plotX(view, to));
    if (end > left) ctx.fillRect(left, 0, end - left, view.height);
  }
  ctx.strokeStyle = colourOf("--grid");
  ctx.lineWidth = 1;
  ctx.beginPath();
  const step = plotStep(view);
  for (let t = Math.ceil(plotSpan.from / step) * step; t <= plotSpan.to; t += step) {
    const x = Math.round(plotX(view, t)) + 0.5;
    ctx.moveTo(x, 0);
    ctx.lineTo(x, view.height);
  }
  for (const value of new Set([plot.range[0], 0, plot.range[1]])) {
    if (value < plot.range[0] || value > plot.range[1]) continue;
    const y = Math.round(plotY(plot, value)) + 0.5;
    ctx.moveTo(GUTTER, y);
    ctx.lineTo(right, y);
  }
  ctx.stroke();
  ctx.fillStyle = colourOf("--soft");
  ctx.font = "10px system-ui, sans-serif";
  ctx.textAlign = "right";
  const digits = plot.range[1] - plot.range[0] >= 10 ? 0 : plot.range[1] - plot.range[0] >= 1 ? 1 : 2;
  ctx.textBaseline = "top";
  ctx.fillText(number(plot.range[1], digits), GUTTER - 5, 0);
  ctx.textBaseline = "bottom";
  ctx.fillText(number(plot.range[0], digits), GUTTER - 5, view.height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(GUTTER, 0, right - GUTTER, view.height);
  ctx.clip();
  for (const series of plot.series) drawSeries(ctx, plot, series);
  ctx.restore();
}

/** A curve; where a px holds many states, from their least to their greatest. */
function drawSeries(ctx, plot, { values, colour }) {
  const { view } = plot;
  const { track } = chosen.robot;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.4;
  ctx.lineJoin = "round";
  ctx.beginPath();
  const last = Math.min(track.length - 1, indexAt(track, plotSpan.to) + 1);
  let column = -1;
  let low = 0;
  let high = 0;
  for (let i = indexAt(track, plotSpan.from); i <= last; i++) {
    const x = plotX(view, track.t[i]);
    const y = plotY(plot, values[i]);
    if (Math.floor(x * 2) === column && i < last) {
      low = Math.min(low, y);
      high = Math.max(high, y);
      continue;
    }
    if (column >= 0 && high > low) {
      ctx.lineTo(column / 2, low);
      ctx.lineTo(column / 2, high);
    }
    ctx.lineTo(x, y);
    column = Math.floor(x * 2);
    low = y;
    high = y;
  }
  ctx.stroke();
}

function drawPlots(t) {
  keepInSpan(t);
  drawTimeAxis();
  const { track } = chosen.robot;
  const i = indexAt(track, t);
  for (const plot of plots) {
    const { view, canvas } = plot;
    view.resize(canvas);
    const key = `${view.key()} ${plotSpan.from} ${plotSpan.to} ${language}`;
    if (key !== plot.shown) {
      drawPlotLayer(plot);
      plot.shown = key;
    }
    const ctx = canvas.getContext("2d");
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(plot.layer, 0, 0);
    view.applyPx(ctx);
    const x = plotX(view, t);
    ctx.strokeStyle = colourOf("--cursor");
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, view.height);
    ctx.stroke();
    for (const series of plot.series) {
      if (!track.length) continue;
      disc(ctx, x, plotY(plot, series.values[i]), 2.6);
      ctx.fillStyle = series.colour;
      ctx.fill();
      if (series.now) setText(series.now, `${number(series.values[i], plot.digits)} ${word(plot.unit)}`);
    }
  }
}

/** Show more or less time around the cursor. */
function zoomPlots(factor, around) {
  const whole = Math.min(endOfRun, Math.max(Math.min(400, endOfRun), (plotSpan.to - plotSpan.from) * factor));
  const share = (around - plotSpan.from) / (plotSpan.to - plotSpan.from);
  plotSpan.from = Math.min(endOfRun - whole, Math.max(0, around - share * whole));
  plotSpan.to = plotSpan.from + whole;
}

/** Where less than the whole run is shown, move along with the cursor. */
function keepInSpan(t) {
  const whole = plotSpan.to - plotSpan.from;
  if (t >= plotSpan.from && t <= plotSpan.to) return;
  plotSpan.from = Math.min(endOfRun - whole, Math.max(0, t - whole * (t > plotSpan.to ? 0.1 : 0.9)));
  plotSpan.to = plotSpan.from + whole;
}

/** After a change of colours or language. */
function redrawPlots() {
  theme.clear();
  timeAxis.shown = "";
  for (const plot of plots) plot.shown = "";
}
