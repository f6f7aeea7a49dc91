// What the page says, in the reader's language. Elements name their word: data-word for text, data-hint for a tooltip.

let language = content.words[content.lang] ? content.lang : Object.keys(content.words)[0];

function word(name, filled = {}) {
  const text = content.words[language][name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in filled ? String(filled[key]) : whole));
}

function hasWord(name) {
  return name in content.words[language];
}

/** A number as the language writes it. Not every browser knows Kazakh, so the page brings the decimal sign along. */
function number(value, digits = 0) {
  const [whole, part] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  const minus = value < 0 && /[1-9]/.test(whole + (part ?? "")) ? "\u2212" : "";
  return minus + grouped + (part ? word("decimal") + part : "");
}

/** Half a digit counts up, as everywhere in a result: from whole ms, so that no binary fraction decides. */
function secondsAlone(t, digits = 2) {
  const unit = 10 ** (3 - digits);
  return number((Math.floor((Math.round(t) + unit / 2) / unit) * unit) / 1000, digits);
}

function seconds(t, digits = 2) {
  return `${secondsAlone(t, digits)} ${word("seconds")}`;
}

/** How many digits a scale of seconds needs whose marks are so many ms apart. */
function digitsOfStep(step) {
  return [1000, 100, 10].filter((unit) => step < unit).length;
}

function translated(texts) {
  return texts[language] ?? "";
}

function taskTitle() {
  return content.titles[language] || content.facts.task;
}

function variantTitle() {
  return content.variants[language] || `${word("variant")} ${content.facts.variant}`;
}

/** Put the words of the present language on everything that names one. */
function applyWords() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-hint]")) {
    const hint = word(element.dataset.hint);
    element.title = element.dataset.key ? `${hint} (${element.dataset.key})` : hint;
    element.setAttribute("aria-label", hint);
  }
}

/** An element with a class and a text; `text` is never read as markup. */
function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** Change a text only when it differs: the browser then has nothing to lay out. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function buildLanguages() {
  const box = document.getElementById("languages");
  for (const lang of Object.keys(content.words)) {
    const button = make("button", "", lang);
    button.type = "button";
    button.dataset.lang = lang;
    button.lang = lang;
    button.title = content.words[lang].language;
    button.addEventListener("click", () => setLanguage(lang));
    box.append(button);
  }
}
