// What a robot's displays, lamps, servos and buzzers do. A part's text has the form of its chip; the page's writer has
// checked each of them.

const GLASS = [11, 18, 32];
const LIT = [172, 221, 255];
const partsBox = document.getElementById("parts");

/** The units of a row of dots or lamps, runs written out. */
function unitsOf(text, digits) {
  const units = [];
  for (const [, count, equal, one] of text.matchAll(new RegExp(`\\*(..)(.{${digits}})|(.{${digits}})`, "g"))) {
    if (count) for (let i = parseInt(count, 16); i > 0; i--) units.push(equal);
    else units.push(one);
  }
  return units;
}

/** Hz and duty in percent; null for silence. */
function toneOf(text) {
  const [hz, duty] = text.split("/").map(Number);
  return text ? { hz, duty } : null;
}

const builders = {
  ssd1306(part, figure) {
    part.canvas = make("canvas", "display");
    part.canvas.width = 128;
    part.canvas.height = part.height;
    figure.append(part.canvas);
  },
  ws2812(part, figure) {
    const strip = make("div", "lamps");
    part.lamps = Array.from({ length: part.count }, () => make("span", "lamp"));
    strip.append(...part.lamps);
    figure.append(strip);
  },
  sg90(part, figure) {
    const dial = make("div", "dial");
    part.arm = make("div", "arm");
    part.says = make("span", "part-says");
    dial.append(part.arm);
    figure.append(dial, part.says);
  },
  buzzer(part, figure) {
    part.says = make("span", "part-says tone");
    figure.append(part.says);
  },
};

const painters = {
  ssd1306(part, text) {
    const ctx = part.canvas.getContext("2d");
    const image = ctx.createImageData(128, part.height);
    for (let i = 0; i < image.data.length; i += 4) image.data.set([...GLASS, 255], i);
    (text ? text.split("/") : []).forEach((page, number) => {
      unitsOf(page, 2).forEach((unit, x) => {
        const column = parseInt(unit, 16);
        for (let bit = 0; bit < 8; bit++) {
          if ((column >> bit) & 1) image.data.set(LIT, 4 * (x + 128 * (8 * number + bit)));
        }
      });
    });
    ctx.putImageData(image, 0, 0);
  },
  ws2812(part, text) {
    const colours = unitsOf(text, 6);
    part.lamps.forEach((lamp, i) => {
      lamp.style.background = /[^0]/.test(colours[i] ?? "") ? brightened(colours[i]) : "";
    });
  },
  sg90(part, text) {
    part.arm.hidden = !text;
    if (text) part.arm.style.transform = `rotate(${-Number(text)}deg)`;
  },
  buzzer() {},
};

/** The eye makes much of little light. */
function brightened(colour) {
  const channels = [0, 2, 4].map((at) => Math.round(255 * (parseInt(colour.slice(at, at + 2), 16) / 255) ** 0.45));
  return `rgb(${channels.join(",")})`;
}

/** The parts get what they are shown with; `marks` are explained. */
function buildParts(parts, marks) {
  partsBox.replaceChildren();
  partsBox.hidden = parts.length + marks.length === 0;
  const small = make("div", "small-parts");
  for (const part of parts) {
    const figure = make("figure", "part");
    figure.dataset.chip = part.chip;
    figure.setAttribute("aria-label", part.id);
    builders[part.chip](part, figure);
    part.caption = make("figcaption");
    figure.append(part.caption);
    (part.chip === "ssd1306" ? partsBox : small).append(figure);
  }
  const keys = make("div", "mark-keys");
  for (const mark of marks) {
    const key = make("span", "key");
    const swatch = make("span", "swatch");
    swatch.style.background = mark.colour;
    mark.caption = make("span");
    key.append(swatch, mark.caption);
    keys.append(key);
  }
  if (marks.length) small.append(keys);
  if (small.children.length) partsBox.append(small);
}

/** What kind of part it is, in words, and the name that the robot file gives it. */
function nameParts(partsAndMarks) {
  for (const { caption, chip, id } of partsAndMarks) {
    caption.replaceChildren(make("span", "part-kind", word(`chip-${chip}`)), ` ${id}`);
  }
}

/** Show a part as that text says. */
function showLook(part, text) {
  if (text !== part.shown) painters[part.chip](part, text);
  part.shown = text;
  if (part.chip === "sg90") setText(part.says, text ? `${number(Number(text), 1)}°` : "–");
  if (part.chip === "buzzer") setText(part.says, text ? `${number(toneOf(text).hz)} ${word("hertz")}` : "–");
}
