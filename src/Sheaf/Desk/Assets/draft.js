// The page of the draft: it saves while she writes, and never puts anything in the place of words that are not saved.
import { Refused, actions, ask, element, fragment, month, say } from "./desk.js";

const rest = 2000;
const form = document.querySelector("form.text");
const box = document.getElementById("text");
const output = document.getElementById("kept");
const conflict = document.getElementById("conflict");
const shape = document.querySelector(".draft");

// What the page came with: a browser may have put the words of an earlier visit into the fields.
let etag = form?.elements.etag.defaultValue || null;
let kept = box?.defaultValue.replace(/\r\n?/g, "\n") ?? ""; // what the file holds, as the box shows it
let pending = null; // what was sent and not answered: it is sent again before anything else
let saving = null;
let timer = 0;

function isUnsaved() {
  return pending !== null || box.value !== kept;
}

function isAsked() {
  return conflict.childElementCount > 0;
}

// ---------------------------------------------------------------- saving

function soon(after = rest) {
  clearTimeout(timer);
  timer = setTimeout(save, after);
}

/** Saves what the box holds. One save at a time; what is typed meanwhile is saved after it. */
async function save() {
  clearTimeout(timer);
  if (saving) return saving.then(save);
  if (!isUnsaved() || isAsked()) return undefined;
  saving = send(pending ?? box.value);
  await saving;
  saving = null;
  return undefined;
}

async function send(text) {
  pending = text;
  tell("Saving…");
  try {
    const answer = await ask("POST", `/api/${month}/draft/text`, { text, etag });
    pending = null;
    done(text, answer.etag, answer.saved);
    if (box.value !== kept) soon();
    await refresh();
  } catch (failure) {
    // Something before the service, which is starting, says less than it: words wait for that, too.
    if (!(failure instanceof Refused) || (!failure.isOurs && failure.status >= 500)) {
      tell("The service does not answer. Your words wait here, and are saved again.", "refused");
      soon(1000);
      return;
    }
    pending = null;
    tell(failure.status === 412 ? "Not saved yet" : `Not saved. ${failure.message}`, "refused");
    if (failure.status === 503) soon();
    else if (failure.status === 412 && failure.problem.parts) {
      // What she has typed since then is to be in what she is asked about.
      if (box.value === text) offer(failure.problem, text);
      else soon();
    }
  }
}

function tell(sentence, state = "waiting") {
  output.textContent = sentence;
  output.dataset.state = state;
}

function done(text, tag, time) {
  kept = text;
  etag = form.elements.etag.value = tag;
  const at = time ? new Date(time) : new Date();
  if (box.value === kept) tell(`Saved ${at.toLocaleTimeString("en-GB")}`, "saved");
  else tell("Not saved yet");
}

/** The page as it will look, what would change, and the order, as they are now. */
async function refresh() {
  const found = await fragment(`/${month}/draft`).catch(() => null);
  if (!found) return;
  for (const part of found.querySelectorAll("[data-part]")) {
    const here = document.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!here) continue;
    const top = here.scrollTop;
    const isOpen = here.querySelector("details")?.open;
    here.replaceChildren(...part.childNodes);
    here.scrollTop = top;
    if (isOpen && here.querySelector("details")) here.querySelector("details").open = true;
  }
  arm();
  pairs = null;
}

/** Another text in the box, at the same place. */
function put(text) {
  const { scrollTop, selectionStart, selectionEnd } = box;
  box.value = text;
  box.setSelectionRange(selectionStart, selectionEnd);
  box.scrollTop = scrollTop;
}

/** Puts the file's text into the box: only where no word in it is unsaved, or she has said so. */
function show(text, tag) {
  put(text);
  done(box.value, tag);
  tell("");
  count();
}

async function read() {
  const answer = await fetch(`/api/${month}/draft/text`, { headers: { Accept: "text/markdown" } });
  if (!answer.ok) throw new Refused({ detail: "The draft could not be read." }, answer.status);
  return { text: await answer.text(), tag: answer.headers.get("ETag").replaceAll('"', "") };
}

/** Another program has saved the draft, or this page did. */
async function look() {
  if (saving) return saving.then(look);
  const now = await read().catch(() => null);
  if (!now || saving || now.tag === etag || isAsked()) return undefined;
  if (isUnsaved()) return save(); // which asks her what is to become of both
  if (document.activeElement !== box) {
    show(now.text, now.tag);
    say("The draft has been changed elsewhere: this is the file's text.");
    return refresh();
  }
  askHer("The draft has been changed elsewhere. Your box stays as it is.", [], [["Show the file's text", () => {
    show(now.text, now.tag);
    refresh();
  }]]);
  return undefined;
}

// ---------------------------------------------------------------- two texts, and she chooses

function askHer(sentence, parts, choices) {
  conflict.replaceChildren(element("div", { className: "refused-because", role: "alert" },
    element("p", { textContent: sentence }), ...parts,
    element("div", { className: "row" }, ...choices.map(([textContent, act], number) => element("button", {
      type: "button", textContent, className: number === 0 ? "primary" : "",
      onclick: () => { conflict.replaceChildren(); act(); box.focus(); },
    })))));
}

function sides(part) {
  const side = (name, text) => element("div", {}, element("p", { className: "byline", textContent: name }), element("pre", { textContent: text }));
  return element("div", { className: "sides" }, side("In your text", part.mine), side("In the file", part.theirs));
}

function offer(problem, asked) {
  const clashes = problem.parts.filter((part) => part.kind === "conflict");
  const take = (text) => {
    put(text);
    etag = problem.etag;
    kept = null;
    count();
    save();
  };
  const shown = problem.parts.filter((part) => part.kind === "theirs").map(sides);
  clashes.forEach((part, number) => {
    const choice = (value, name, checked) => element("label", {}, element("input", { type: "radio", name: `part-${number}`, value, checked }), name);
    shown.push(element("fieldset", { className: "choice" }, element("legend", { textContent: `Place ${number + 1} of ${clashes.length}` }),
      sides(part), choice("mine", "mine", true), choice("theirs", "the file's", false), choice("both", "both", false)));
  });
  const chosen = () => {
    let number = 0;
    const line = (text) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
    return problem.parts.map((part) => {
      if (part.kind !== "conflict") return part.kind === "theirs" ? part.theirs : part.mine;
      const value = picks[number++];
      return value === "both" ? line(part.mine) + part.theirs : part[value];
    }).join("");
  };
  let picks = [];
  const first = problem.merged !== null
    ? ["Save both together", () => take(problem.merged)]
    : ["Save what I have chosen", () => take(chosen())];
  askHer(problem.detail, shown, [first, ["Save mine alone", () => take(asked)],
    ...problem.current === null ? [] : [["Take the file's", () => {
      show(problem.current, problem.etag);
      refresh();
      askHer("This is the file's text. Yours can be brought back until you write on.", [], [["Bring mine back", () => {
        put(asked);
        box.dispatchEvent(new Event("input"));
      }]]);
    }]]]);
  const pick = () => { picks = clashes.map((_, number) => conflict.querySelector(`[name="part-${number}"]:checked`).value); };
  conflict.onchange = pick;
  pick();
}

// ---------------------------------------------------------------- places left to write

const mark = /<!--\s*(?:write\s+here|suggested)\s*-->/g;

function placesLeft() {
  return [...box.value.matchAll(mark)].map((found) => [found.index, found.index + found[0].length]);
}

function count() {
  const left = placesLeft().length;
  const shown = document.querySelector(".places");
  shown.hidden = false;
  shown.querySelector(".many").textContent = left === 0 ? "nothing left to write" : `${left} left to write`;
  for (const button of shown.querySelectorAll("button")) button.disabled = left === 0;
}

/** Marks a place left to write, and gives its number. */
function goTo(by) {
  const places = placesLeft();
  if (places.length === 0) return void say("Nothing is left to write.");
  const at = by > 0 ? box.selectionEnd : box.selectionStart;
  const place = by > 0 ? places.find(([start]) => start >= at) ?? places[0] : places.findLast(([, end]) => end <= at) ?? places.at(-1);
  showPlace(...place);
  return places.indexOf(place);
}

/** By a key: the box takes no letter yet, so that the next key steps on and does not stand in the place of the mark. */
function step(by) {
  const number = goTo(by);
  if (number === undefined) return;
  box.readOnly = true;
  say(`Place ${number + 1} of ${placesLeft().length}. e writes here.`);
}

/** What she types goes into the box again. */
function open() {
  box.readOnly = false;
}

function write() {
  open();
  box.focus({ preventScroll: true });
  say("");
}

function showPlace(start, end) {
  if (shape.dataset.view === "page") view("both");
  box.focus({ preventScroll: true });
  box.setSelectionRange(start, end);
  box.scrollTop = topsOf([start])[0] - box.clientHeight / 3;
  box.scrollIntoView({ block: "nearest" });
}

/** Puts the caret at the beginning of a line, from 1. */
function showLine(number) {
  const start = box.value.split("\n").slice(0, number - 1).reduce((at, line) => at + line.length + 1, 0);
  showPlace(start, start);
}

// ---------------------------------------------------------------- scrolling together

let pairs = null;
let moving = null; // the side that she scrolls

/** How far down in the box these characters are. */
function topsOf(offsets) {
  const mirror = element("div", { className: "draft-mirror" });
  mirror.style.width = `${box.clientWidth}px`;
  let from = 0;
  const marks = offsets.map((offset) => {
    const here = element("span");
    mirror.append(box.value.slice(from, offset), here);
    from = offset;
    return here;
  });
  document.body.append(mirror);
  const tops = marks.map((here) => here.offsetTop);
  mirror.remove();
  return tops;
}

/** The same papers in the text and on the page, as distances from the top of each. */
function pairUp() {
  const page = document.querySelector(".rendered");
  const seen = new Map();
  const found = [];
  for (const { 1: id, index } of box.value.matchAll(/arxiv\.org\/abs\/([a-z-]*\/?[\d.]*\d)/g)) {
    const number = seen.get(id) ?? 0;
    seen.set(id, number + 1);
    const there = ["in-depth-", "paper-"].map((kind) => document.getElementById(kind + id)).filter(Boolean)[number];
    if (there) found.push([box.value.lastIndexOf("\n", index) + 1, there]);
  }
  const tops = topsOf(found.map(([offset]) => offset));
  const base = page.getBoundingClientRect().top - page.scrollTop;
  const ends = [[0, 0], ...found.map(([, there], number) => [tops[number], there.getBoundingClientRect().top - base]),
    [box.scrollHeight, page.scrollHeight]];
  return ends.filter(([text, at], number) => number === 0 || (text > ends[number - 1][0] && at > ends[number - 1][1]));
}

function follow(from, to, one, other) {
  pairs ??= pairUp();
  const at = from.scrollTop;
  const next = pairs.findIndex((pair) => pair[one] > at);
  const [low, high] = next < 1 ? [pairs.at(-2), pairs.at(-1)] : [pairs[next - 1], pairs[next]];
  to.scrollTop = low[other] + (at - low[one]) / Math.max(1, high[one] - low[one]) * (high[other] - low[other]);
}

function view(which) {
  shape.dataset.view = which;
  for (const button of document.querySelectorAll("[data-view][aria-pressed]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === which));
  }
  pairs = null;
}

// ---------------------------------------------------------------- order, and bringing it up to date

/** Does something to the file, after every word in the box is in it; the box then shows what came of it. */
async function change(work) {
  await save();
  if (isUnsaved()) return say("First your words must be saved.");
  try {
    const answer = await work();
    const now = await read();
    if (isUnsaved()) return undefined;
    show(now.text, now.tag);
    await refresh();
    return answer;
  } catch (failure) {
    say(failure.message);
    return undefined;
  }
}

async function move(key, before) {
  if (before === undefined) return say("It cannot go further that way.");
  if (!await change(() => ask("POST", `/api/${month}/draft/move`, { block: key, before: before || null }))) return undefined;
  const row = document.querySelector(`.order [data-key="${key}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
  say("Moved.");
  return undefined;
}

function arm() {
  for (const row of document.querySelectorAll(".order li")) {
    row.draggable = true;
    row.tabIndex = 0;
  }
}

function dropPlace(event) {
  const row = event.target.closest?.(".order li");
  if (!row || !dragged) return null;
  const { top, height } = row.getBoundingClientRect();
  const isBelow = event.clientY > top + height / 2;
  return { row, isBelow, before: isBelow ? row.nextElementSibling?.dataset.key ?? "" : row.dataset.key };
}

// ---------------------------------------------------------------- the clipboard

/** The page for the editors of other programs, with every word in the box. */
async function rich() {
  await save();
  if (isUnsaved()) throw new Error("First your words must be saved.");
  return ask("GET", `/api/${month}/draft/rich`);
}

async function copy() {
  const content = rich();
  const blob = (name, type) => content.then((found) => new Blob([found[name]], { type }));
  try {
    // With promises: some browsers let a page write only while a click is fresh.
    const isDone = await navigator.clipboard?.write?.([
      new ClipboardItem({ "text/html": blob("html", "text/html"), "text/plain": blob("text", "text/plain") }),
    ]).then(() => true, () => false);
    const found = await content;
    if (!isDone) copyByEvent(found); // by http from another machine there is no other way
    say("Copied: paste it there.");
  } catch (failure) {
    say(failure.message);
  }
}

function copyByEvent({ html, text }) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
  };
  document.addEventListener("copy", put);
  const isDone = document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (!isDone) throw new Error("This browser does not let a page copy.");
}

let dragged = null;

function clearOver() {
  document.querySelectorAll(".order .over").forEach((row) => row.classList.remove("over", "below"));
}

if (box) {
  document.body.classList.add("has-script");
  document.querySelector(".views").hidden = false;
  form.querySelector(".save").hidden = true;
  arm();
  count();
  box.addEventListener("input", () => {
    tell("Not saved yet");
    conflict.replaceChildren(); // her text is another by now: what is to become of both is asked anew
    pairs = null;
    count();
    soon();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    if (event.key === "Escape" && box.readOnly) box.blur();
  });
  for (const kind of ["blur", "pointerdown"]) box.addEventListener(kind, open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  addEventListener("beforeunload", (event) => { if (isUnsaved()) event.preventDefault(); });
  addEventListener("visibilitychange", () => { if (document.hidden) save(); else look(); });
  document.addEventListener("sheaf-files", ({ detail: files }) => { if (files.includes(`drafts/${month}.md`)) look(); });
  document.querySelector(".views").addEventListener("click", ({ target }) => { if (target.dataset.view) view(target.dataset.view); });
  document.querySelector(".places").addEventListener("click", ({ target }) => { if (target.dataset.place) goTo(Number(target.dataset.place)); });
  Object.assign(actions, { next: () => step(1), previous: () => step(-1), words: write, open: write });

  const copying = document.querySelector(".copy");
  copying.hidden = false;
  copying.querySelector("button").addEventListener("click", copy);

  const page = document.querySelector(".rendered");
  for (const side of [box, page]) {
    for (const kind of ["pointerenter", "wheel", "focusin", "touchstart"]) side.addEventListener(kind, () => { moving = side; }, { passive: true });
  }
  box.addEventListener("scroll", () => { if (moving === box) follow(box, page, 0, 1); });
  page.addEventListener("scroll", () => { if (moving === page) follow(page, box, 1, 0); });
  addEventListener("resize", () => { pairs = null; });

  document.addEventListener("submit", (event) => {
    const { target } = event;
    if (target.closest(".order")) {
      event.preventDefault();
      move(target.elements.block.value, target.elements.before.value);
    } else if (target.matches("form.update")) {
      event.preventDefault();
      change(() => ask("POST", `/api/${month}/draft`, {})).then((answer) => answer && say("Brought up to date. Your edits stay as they are."));
    }
  });
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest?.(".order li");
    if (!row || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    move(row.dataset.key, event.key === "ArrowUp" ? row.dataset.up : row.dataset.down);
  });
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.(".order li")?.dataset.key ?? null;
    if (dragged) event.dataTransfer.effectAllowed = "move";
  });
  document.addEventListener("dragover", (event) => {
    const place = dropPlace(event);
    clearOver();
    if (!place) return;
    event.preventDefault();
    place.row.classList.add("over");
    place.row.classList.toggle("below", place.isBelow);
  });
  document.addEventListener("drop", (event) => {
    const place = dropPlace(event);
    clearOver();
    if (!place) return;
    event.preventDefault();
    move(dragged, place.before);
  });
  document.addEventListener("dragend", () => { dragged = null; clearOver(); });
  if (box.dataset.line) showLine(Number(box.dataset.line));
}
