// The desk in the browser. Every page works without this; it adds single keys, a queue that is faster than the disk, and live lines.

const page = document.body.dataset.page;
const month = document.body.dataset.month;
const said = document.getElementById("said");

let silence = 0;

/** Says something in the page's status line, for a while. */
function say(sentence) {
  if (!said) return;
  said.textContent = sentence;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 8000);
}

function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && key !== "list") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const number = new Intl.NumberFormat("en");

// ---------------------------------------------------------------- asking the service

// The only place where text becomes markup: what this same service rendered.
const own = globalThis.trustedTypes?.createPolicy("sheaf-desk", { createHTML: (html) => html });

async function fragment(path) {
  const answer = await fetch(path, { headers: { Accept: "text/html", "X-Fragment": "1" } });
  if (!answer.ok) throw new Error(`The page could not be read (${answer.status}).`);
  const html = await answer.text();
  return document.createRange().createContextualFragment(own ? own.createHTML(html) : html);
}

class Refused extends Error {
  constructor(problem, status, isOurs = true) {
    super(problem.detail ?? "That was not done.");
    this.problem = problem;
    this.status = status;
    this.isOurs = isOurs; // false: said by something between the service and this browser
  }
}

async function ask(method, path, body, headers = {}) {
  const options = { method, headers: { Accept: "application/json", ...headers } };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  // What is to outlive the page may not be long: browsers refuse more than 64 KiB.
  options.keepalive = (options.body?.length ?? 0) < 15000;
  const answer = await fetch(path, options);
  if (answer.ok && !/json/.test(answer.headers.get("Content-Type") ?? "")) {
    throw new Refused({ detail: "Somebody else answered, and nothing was kept: load the page again." }, 0, false);
  }
  const text = await answer.text();
  let document;
  try { document = text ? JSON.parse(text) : {}; } catch { document = {}; }
  if (!answer.ok) throw new Refused(document, answer.status, /json/.test(answer.headers.get("Content-Type") ?? ""));
  return document;
}

// ---------------------------------------------------------------- the queue: one decision after the other, each until it is on the disk

const queue = [];
let working = false;

function enqueue(work) {
  keepWaiting(work);
  queue.push(work);
  showQueue();
  if (!working) drain();
}

/** How many decisions are on their way, as a mark of the page. */
function showQueue() {
  if (queue.length > 0) document.body.dataset.waiting = queue.length;
  else delete document.body.dataset.waiting;
  showOffline();
}

async function drain() {
  working = true;
  await adopted;
  while (queue.length > 0) {
    const work = queue[0];
    if (isSentElsewhere(work)) {
      queue.shift();
      work.over?.();
      showQueue();
      continue;
    }
    work.isOut = true;
    let answer;
    let failure = null;
    try {
      answer = await work.send(work.isAgain);
    } catch (caught) {
      failure = caught;
    }
    // Where nobody answers, the same is sent again until somebody does: it changes nothing twice. What cannot be done now is tried
    // again for a while, and then it makes room for the rest.
    // So does what this browser keeps where somebody else answers for the service, or asks who she is.
    const isShut = Boolean(work.name) && [401, 403].includes(failure?.status);
    const isUnanswered = failure && (!(failure instanceof Refused) || (Boolean(work.name) && !failure.isOurs));
    if (isShut) forgetPapers();
    if (isUnanswered || isShut || (failure?.status === 503 && (work.tries = (work.tries ?? 0) + 1) < 15)) {
      say(isUnanswered ? "The service does not answer. What you decided waits here, and is sent again." : failure.message);
      work.isAgain = true;
      await new Promise((resume) => setTimeout(resume, 1000));
      continue;
    }
    try {
      if (!failure) work.done(answer, work.isAgain);
      else if (await work.failed(failure, work.isAgain) === "again") continue;
    } catch (fault) {
      say(fault.message);
    }
    queue.shift();
    forgetWaiting(work);
    showQueue();
  }
  working = false;
}

addEventListener("beforeunload", (event) => {
  if (queue.some((work) => !work.name)) event.preventDefault();
});

// ---------------------------------------------------------------- keys

const storedKeys = "sheaf-keys";
const defaults = {
  next: "j n ArrowDown", previous: "k ArrowUp", take: "a", star: "s", refuse: "r", "refuse-because": "R", later: "l", reset: "0",
  open: "o Enter", words: "e", tags: "t", section: "m", remove: "#", fix: "f", arxiv: "v", pdf: "p", why: "y", above: "X",
  undo: "z", redo: "Z", keys: "?", jump: "/", "month-before": "[", "month-after": "]", back: "q",
};
const positions = { // where a layout has no Latin letters: the place on the keyboard
  KeyA: "a", KeyB: "b", KeyC: "c", KeyD: "d", KeyE: "e", KeyF: "f", KeyG: "g", KeyH: "h", KeyI: "i", KeyJ: "j", KeyK: "k", KeyL: "l",
  KeyM: "m", KeyN: "n", KeyO: "o", KeyP: "p", KeyQ: "q", KeyR: "r", KeyS: "s", KeyT: "t", KeyU: "u", KeyV: "v", KeyW: "w", KeyX: "x",
  KeyY: "y", KeyZ: "z", Slash: "/", BracketLeft: "[", BracketRight: "]",
};

function readKeys() {
  try { return JSON.parse(localStorage.getItem(storedKeys) ?? "{}"); } catch { return {}; }
}

function writeKeys(kept) {
  try { localStorage.setItem(storedKeys, JSON.stringify(kept)); } catch { say("This browser keeps nothing, so the keys stay as they are."); }
}

let keys = new Map();
let keysOn = true;

function loadKeys() {
  const kept = readKeys();
  keysOn = kept.off !== true;
  keys = new Map();
  for (const [action, usual] of Object.entries(defaults)) {
    for (const key of (kept.keys?.[action] ?? usual).split(" ")) keys.set(key, action);
  }
}

function pressed(event) {
  const { key } = event;
  if (key.length === 1 && key.charCodeAt(0) > 127 && positions[event.code]) {
    const letter = positions[event.code];
    return event.shiftKey ? letter.toUpperCase() : letter;
  }
  return key;
}

function isField(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || (target.tagName === "TEXTAREA" && !target.readOnly) || target.tagName === "SELECT"
      || (target.tagName === "INPUT" && !["checkbox", "radio", "button", "submit"].includes(target.type)));
}

/** What each page does at a key: an action's name to a function. */
const actions = {
  keys: () => location.assign("/keys"),
  jump: () => openJump(),
  "month-before": () => document.querySelector(".month [rel=prev]")?.click(),
  "month-after": () => document.querySelector(".month [rel=next]")?.click(),
  back: () => history.back(),
  undo: () => undo(false),
  redo: () => undo(true),
};
const places = { m: "", s: "/suggestions", l: "/list", d: "/draft", c: "/check" };
let going = 0;

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && isField(event.target)) {
    event.target.blur();
    currentRow()?.focus();
    event.preventDefault();
    return;
  }
  if (!keysOn || isField(event.target) || document.querySelector("dialog[open]")) return;
  const key = pressed(event);
  if (event.repeat && !["next", "previous"].includes(keys.get(key))) return;
  if (["Enter", " "].includes(key) && event.target.closest?.("a, button, summary, input")) return;
  if (going && Date.now() - going < 1500) {
    going = 0;
    const tab = key === "r" ? "/runs" : places[key] !== undefined && month ? `/${month}${places[key]}` : null;
    if (tab && (key === "m" || key === "r" || document.querySelector(`[data-tab][href="${tab}"]`))) {
      event.preventDefault();
      location.assign(tab);
      return;
    }
  }
  if (key === "g") {
    going = Date.now();
    return;
  }
  if (reasonWaits && /^[1-9]$/.test(key)) {
    event.preventDefault();
    reasonWaits(Number(key));
    return;
  }
  const action = keys.get(key);
  if (action && actions[action]) {
    event.preventDefault();
    actions[action](event);
  }
});

// ---------------------------------------------------------------- going somewhere

/** Opens at once, so that no letter that follows is a key of the page; what one can go to comes with a module of its own. */
function openJump() {
  const input = element("input", { type: "text", autocomplete: "off", spellcheck: false, placeholder: "A month, a page, words of a paper" });
  const dialog = element("dialog", { className: "jump", ariaLabel: "Go to" }, input);
  input.ariaLabel = "Go to";
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  import(document.body.dataset.jump).then((box) => box.fill(dialog, input)).catch(() => location.assign("/search"));
}

// ---------------------------------------------------------------- the suggestions

const list = document.getElementById("papers");
const states = { take: "taken", star: "starred", later: "later", refuse: "refused", reset: "open" };
const words = { taken: "Taken", starred: "Taken with a star", later: "Put off", refused: "Refused", open: "Undecided" };
const mostRows = 150;
const made = []; // decisions of this page, for undoing: { id, edit }
const unmade = [];
let current = null;
let reasonWaits = null;

/** Whose list a decision on a paper goes to. */
function monthOf(row) {
  return row.querySelector(".decide [name=month]").value;
}

function rows() {
  return list ? [...list.children] : [];
}

function rowOf(id) {
  return rows().find((row) => row.dataset.id === id);
}

function currentRow() {
  return current?.isConnected ? current : null;
}

/** Makes a row the one that keys are about. */
function select(row, focus = true) {
  if (!row) return;
  if (current !== row) {
    current?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    current = row;
  }
  if (focus) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
  reasonWaits = null;
}

function step(by) {
  const all = rows();
  const at = all.indexOf(currentRow());
  const to = all[Math.max(0, Math.min(all.length - 1, at + by))];
  if (to && to !== all[at] && wasOpen(all[at])) {
    open(all[at], false);
    open(to, true);
  }
  select(to);
  if (by > 0 && at + 5 >= all.length) more();
}

/** The next row that nothing has been decided on. */
function stepOn(from) {
  let row = from.nextElementSibling;
  while (row && row.dataset.state !== "open") row = row.nextElementSibling;
  if (row && wasOpen(from)) {
    open(from, false);
    open(row, true);
  }
  select(row ?? from.nextElementSibling ?? from);
  if (!row || rows().indexOf(row) + 5 >= rows().length) more();
}

function wasOpen(row) {
  return row?.querySelector(".open")?.getAttribute("aria-expanded") === "true";
}

let loading = false;

/** Rows behind the last one; those at the top make room. */
async function more() {
  const link = document.getElementById("more");
  if (loading || !link) return;
  loading = true;
  try {
    const last = rows().at(-1);
    const path = new URL(link.href);
    if (last) path.searchParams.set("behind", last.dataset.id);
    const found = await fragment(`${path.pathname}${path.search}`);
    const next = [...found.querySelectorAll("li.paper")].filter((row) => !rowOf(row.dataset.id));
    list.append(...next);
    next.forEach(prepare);
    if (next.length === 0 || !found.querySelector("[data-more]")) link.closest("p").remove();
    for (const row of rows().slice(0, Math.max(0, rows().length - mostRows))) {
      if (row !== currentRow()) row.remove();
    }
  } catch (failure) {
    say(failure.message);
  } finally {
    loading = false;
  }
}

function detailOf(row) {
  return `${list.dataset.details}${row.dataset.id}${list.dataset.query ?? ""}`;
}

/** Everything about a paper, in its row. */
async function open(row, on) {
  const link = row.querySelector(".open");
  if (!link) return;
  const detail = row.querySelector(".detail");
  link.setAttribute("aria-expanded", String(on));
  detail.hidden = !on;
  if (on && detail.childElementCount === 0) {
    try {
      const found = await fragment(detailOf(row));
      if (detail.childElementCount === 0) detail.append(found);
    } catch (failure) {
      detail.textContent = failure.message;
    }
  }
  const next = row.nextElementSibling;
  if (on && next && next.querySelector(".detail").childElementCount === 0) {
    requestIdleCallback?.(async () => {
      const box = next.querySelector(".detail");
      const found = await fragment(detailOf(next)).catch(() => null);
      if (found && box.childElementCount === 0) {
        box.hidden = true;
        box.append(found);
      }
    });
  }
}

/** Shows a state in a row, kept or not yet. */
function paint(row, state, waits) {
  row.dataset.state = state;
  if (!waits) row.dataset.sure = state;
  row.classList.toggle("waits", waits);
  for (const button of row.querySelectorAll(".decide [aria-pressed]")) {
    button.setAttribute("aria-pressed", String(states[button.value] === state));
  }
  const chosen = state in { taken: 1, starred: 1 } ? row.querySelector("[name=month] option:checked")?.text : null;
  row.querySelector(".kept").textContent = waits ? "…" : state === "open" ? "" : [words[state], chosen].filter(Boolean).join(", ");
}

function count(counts) {
  if (!counts) return;
  for (const [pile, value] of Object.entries({ open: counts.open, later: counts.later, refused: counts.refused, taken: counts.taken })) {
    const shown = document.querySelector(`[data-pile="${pile}"].many`);
    if (shown && value !== undefined) shown.textContent = number.format(value);
  }
  const tab = document.querySelector('[data-count="suggestions"]');
  if (tab && counts.open !== undefined) tab.textContent = number.format(counts.open);
}

function decide(row, action, extra = {}) {
  row.querySelector(".refused-because")?.remove();
  const work = deciding({ month: monthOf(row), id: row.dataset.id, action, ...extra }, titleOf(row), row.dataset.state);
  paint(row, states[action], true);
  enqueue(work);
}

/** A decision as the queue takes it, whose row may not be in the page. */
const outcomes = new Map(); // of each paper the edit of its last decision of this page; null where that changed nothing

function deciding(body, title, before) {
  const { id, action } = body;
  return {
    id,
    kept: { body, title, before },
    send: () => ask("POST", "/api/decisions", body),
    done: (answer, isAgain) => {
      if (answer.edit === null && isAgain) outcomes.delete(id);
      else outcomes.set(id, answer.edit);
      // Sent again and found done: its number is that of the last edit.
      if (answer.edit !== null || isAgain) {
        made.push({ id, edit: answer.edit });
        unmade.length = 0;
      }
      const row = rowOf(id);
      if (row && !isWaiting(id)) paint(row, answer.state, false);
      if (body.month === month) count(answer.counts);
      say([`${words[answer.state]}: ${title}`, ...answer.warnings ?? []].join(" "));
    },
    failed: (failure) => {
      outcomes.set(id, null);
      const row = rowOf(id);
      if (!row) return needsHer(body, title, failure);
      // Back to what the service last said: the state before may have been one that was never kept, either.
      if (!isWaiting(id)) paint(row, row.dataset.sure, false);
      return refused(row, failure, () => decide(row, action, { ...body, confirm: true }));
    },
  };
}

/** Whether another decision on the paper is still on its way. */
function isWaiting(id) {
  return queue.slice(1).some((work) => work.id === id);
}

function titleOf(row) {
  return row.querySelector(".open, h1").textContent.trim();
}

/** A decision was not made: the row says why, and what a person can do. */
function refused(row, failure, again) {
  const box = element("div", { className: "refused-because", role: "alert" }, element("p", { textContent: failure.message }));
  for (const line of failure.problem?.lines ?? []) {
    box.append(element("p", { textContent: `${line.file}, line ${line.line}:` }), element("pre", { textContent: line.text }));
  }
  if (failure.problem?.lines) {
    box.append(element("button", { type: "button", textContent: "The line may go", onclick: () => { box.remove(); again(); } }));
  }
  row.append(box);
  row.querySelector(".kept").textContent = "Not kept";
  select(row);
}

/** @param edit The decision that is meant; without it the last one. */
function undo(again, edit) {
  const place = made.findIndex((one) => one.edit === edit);
  if (edit !== undefined && place >= 0) made.splice(place, 1);
  const target = again || edit !== undefined ? null : lastWaiting();
  enqueue(undoing(again, edit, target?.id));
  if (target && rowOf(target.id)) paint(rowOf(target.id), target.kept.before, true);
}

/** What takes a decision back, or makes it again, as the queue takes it. */
function undoing(again, edit, target) {
  const stack = again ? unmade : made;
  const work = {
    id: target,
    // One that names nothing yet is not kept: days later it would take back whatever was decided last.
    kept: edit === undefined && !target ? null : { again, edit, target },
    send: async () => {
      // Chosen when its turn comes, and once: where nobody answers, the same is sent again.
      if (edit === undefined) edit = target ? await editOf(target) : stack.pop()?.edit ?? await lastEdit(again);
      work.kept = { again, edit, target };
      keepWaiting(work);
      return edit === null ? null : ask("POST", `/api/edits/${edit}/${again ? "redo" : "undo"}`, {});
    },
    done: (answer) => {
      if (!answer) {
        say(again ? "There is nothing to make again." : "There is no decision to take back.");
        soon();
        return;
      }
      const [id] = Object.keys(answer.states ?? {});
      (again ? made : unmade).push({ id, edit: answer.edit.number });
      // Once it has left the queue: nobody is to be asked whether the page may go.
      if (page === "list") setTimeout(() => location.reload());
      if (page === "check") setTimeout(() => loadCheck(answer.edit.number));
      show(answer);
      say(`${again ? "Made again" : "Taken back"}: ${answer.edit.command} ${answer.edit.what}`);
      if (id && rowOf(id)) select(rowOf(id));
    },
    failed: (failure, isAgain) => {
      if (target || (isAgain && failure.status === 409)) soon();
      if (!isAgain || failure.status !== 409) say(failure.message);
    },
  };
  return work;
}

/** The edit that a decision on a paper made which waited when it was taken back; null where it made none. */
async function editOf(id) {
  if (!outcomes.has(id)) {
    const { edits } = await ask("GET", "/api/edits");
    return edits.find((one) => !one.undone && one.what.includes(id))?.number ?? null;
  }
  const edit = outcomes.get(id);
  const place = made.findIndex((one) => one.edit === edit);
  if (edit !== null && place >= 0) made.splice(place, 1);
  return edit;
}

async function lastEdit(again) {
  const { edits } = await ask("GET", "/api/edits");
  if (!again) return edits.find((edit) => !edit.undone)?.number ?? null;
  // Made again is what was taken back since the last decision that stands, and nothing older.
  const since = edits.findIndex((edit) => !edit.undone);
  return (since < 0 ? edits : edits.slice(0, since)).at(-1)?.number ?? null;
}

/** Shows what the files say of papers, but of those on their way. */
function show(answer) {
  for (const [id, state] of Object.entries(answer.states ?? {})) {
    const row = rowOf(id);
    if (row && !queue.some((work, place) => place > 0 && work.id === id)) paint(row, state, false);
  }
  count(answer.counts);
}

function above(row) {
  const waiting = rows().slice(0, rows().indexOf(row)).filter((one) => one.dataset.state === "open");
  if (!confirm(`Refuse all undecided papers above “${titleOf(row)}”? One undo takes it back.`)) return;
  waiting.forEach((one) => paint(one, "refused", true));
  enqueue({
    send: () => ask("POST", "/api/decisions/above", { month, id: row.dataset.id, rank: Number(row.dataset.rank), action: "refuse" }),
    done: (answer, isAgain) => {
      if (answer.edit !== null || isAgain) made.push({ id: row.dataset.id, edit: answer.edit });
      if (isAgain) {
        waiting.forEach((one) => paint(one, "refused", false));
        soon();
        return;
      }
      show(answer);
      waiting.filter((one) => one.classList.contains("waits")).forEach((one) => paint(one, "open", false));
      say(`${number.format(answer.papers.length)} papers refused.`);
    },
    failed: (failure) => {
      waiting.filter((one) => !isWaiting(one.dataset.id)).forEach((one) => paint(one, one.dataset.sure, false));
      say(failure.message);
    },
  });
}

/** Waits for a number, or another reason, before the paper is refused. */
async function because(row) {
  await openWords(row);
  const buttons = [...row.querySelectorAll(".with-reason [data-number]")];
  reasonWaits = (chosen) => {
    reasonWaits = null;
    const button = buttons[chosen - 1];
    if (button) {
      decide(row, "refuse", { reason: button.value });
      stepOn(row);
    } else {
      row.querySelector(".with-reason .reason")?.focus();
    }
  };
  say("Why? Press a number, or write a reason.");
  row.querySelector(".with-reason")?.scrollIntoView({ block: "nearest" });
}

/** The row with its note, tags and reasons unfolded. */
async function openWords(row) {
  await open(row, true);
  const box = row.querySelector(".more-decisions");
  if (box) box.open = true;
}

async function write(row, field) {
  await openWords(row);
  row.querySelector(`.${field}`)?.focus();
}

function prepare(row) {
  const detail = row.querySelector(".detail");
  detail.hidden = Boolean(row.querySelector(".open")) && !wasOpen(row); // the page of one paper has nothing to fold
  row.dataset.sure = row.dataset.state;
  if (row.dataset.state !== "open") paint(row, row.dataset.state, false);
}

function onRow(action) {
  return () => {
    const row = currentRow();
    if (row) action(row);
  };
}

function decideAndStep(action) {
  return onRow((row) => {
    decide(row, action);
    stepOn(row);
  });
}

if (list) {
  rows().forEach(prepare);
  Object.assign(actions, {
    next: () => step(1),
    previous: () => step(-1),
    take: decideAndStep("take"),
    star: decideAndStep("star"),
    later: decideAndStep("later"),
    refuse: decideAndStep("refuse"),
    reset: onRow((row) => decide(row, "reset")),
    "refuse-because": onRow(because),
    open: onRow((row) => open(row, !wasOpen(row))),
    words: onRow((row) => write(row, "note")),
    tags: onRow((row) => write(row, "tags")),
    arxiv: onRow((row) => window.open(`https://arxiv.org/abs/${row.dataset.id}`, "_blank", "noopener,noreferrer")),
    pdf: onRow((row) => window.open(`https://arxiv.org/pdf/${row.dataset.id}`, "_blank", "noopener,noreferrer")),
    why: onRow((row) => row.querySelector(".why a")?.focus()),
    // Sent later it might refuse papers that she has not seen: where nobody answers it is not offered.
    ...page === "suggestions" && !document.getElementById("offline") ? { above: onRow(above) } : {},
  });
  list.addEventListener("focusin", (event) => select(event.target.closest(".paper"), false));
  list.addEventListener("click", (event) => {
    const row = event.target.closest(".paper");
    const link = event.target.closest("a.open");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      select(row);
      open(row, !wasOpen(row));
    }
  });
  list.addEventListener("submit", (event) => {
    const form = event.target;
    const row = form.closest(".paper");
    const button = event.submitter;
    event.preventDefault();
    const fields = new FormData(form);
    const action = fields.get("action") ?? (button?.name === "action" ? button.value : "refuse");
    const extra = {};
    const note = fields.get("note")?.trim();
    const tags = (fields.get("tags") ?? "").split(/[\s,]+/).map((tag) => tag.replace(/^#/, "")).filter(Boolean);
    const reason = (button?.name === "reason" ? button.value : fields.get("words"))?.trim();
    if (note) extra.note = note;
    if (tags.length > 0) extra.tags = tags;
    if (reason) extra.reason = reason;
    decide(row, action, extra);
    if (action !== "reset") stepOn(row);
  });
  document.getElementById("more")?.addEventListener("click", (event) => {
    event.preventDefault();
    const before = rows().length;
    more().then(() => select(rows()[before] ?? rows().at(-1)));
  });
  document.querySelector("form.last")?.addEventListener("submit", (event) => {
    event.preventDefault();
    event.target.remove();
    (currentRow() ?? document.getElementById("main")).focus();
    undo(false, Number(event.target.getAttribute("action").match(/\d+/)[0]));
  });
  const first = rows().find(wasOpen) ?? (page === "suggestions" ? rows().find((row) => row.dataset.state === "open") : null);
  // Where something was looked for, the reader begins at the top.
  select(first ?? rows()[0], page === "suggestions" && (location.hash === "" || !document.querySelector(":target")));
  if (document.querySelector(":target")) select(document.querySelector(":target"));
}

// ---------------------------------------------------------------- the list

const entries = [...document.querySelectorAll("li.entry")];

/** What a form of an entry wants, as the API takes it. */
function wantedOf(form) {
  const fields = new FormData(form);
  return {
    starred: fields.get("starred") === "true",
    tags: fields.get("tags").split(/[\s,]+/).map((tag) => tag.replace(/^#/, "")).filter(Boolean),
    note: fields.get("note").replaceAll("\r\n", "\n").trim(),
    section: fields.get("section").trim(),
  };
}

function isUnsaved(form) {
  return JSON.stringify(wantedOf(form)) !== form.dataset.kept;
}

/** Sends what an entry is to say; what was typed stays in its box whatever becomes of it. */
function keepEntry(row) {
  const form = row.querySelector("form.change");
  if (!form || !isUnsaved(form)) return;
  const wanted = wantedOf(form);
  const output = row.querySelector(".kept");
  output.textContent = "…";
  row.querySelector(".refused-because")?.remove();
  enqueue({
    id: row.dataset.key,
    send: () => askEntry("PATCH", row, wanted),
    done: (answer) => {
      form.dataset.kept = JSON.stringify(wanted);
      row.dataset.etag = answer.entry.etag;
      form.elements.etag.value = answer.entry.etag;
      row.dataset.starred = String(answer.entry.starred);
      row.querySelector(".star").textContent = answer.entry.starred ? "★" : "";
      if (answer.edit !== null) made.push({ id: answer.entry.id, edit: answer.edit });
      output.textContent = "Kept";
      say(["Kept.", ...answer.warnings].join(" "));
    },
    failed: (failure, isAgain) => {
      const { current, asked, etag } = failure.problem ?? {};
      if (isAgain && failure.status === 412 && current && current === asked) {
        // The first time it was kept, and the answer was lost.
        form.dataset.kept = JSON.stringify(wanted);
        row.dataset.etag = form.elements.etag.value = etag;
        output.textContent = "Kept";
      } else conflict(row, failure, () => keepEntry(row));
    },
  });
}

function askEntry(method, row, body, query = "") {
  return ask(method, `/api/entries/${row.dataset.key}${query}`, body, { "If-Match": `"${row.dataset.etag}"` });
}

function removeEntry(row, confirm = false) {
  enqueue({
    id: row.dataset.key,
    send: (isAgain) => {
      // Never a second time: the next line that names the paper would have this one's key by now.
      if (isAgain) throw new Refused({ detail: "Whether it was removed is not certain: load the page again." }, 0);
      return askEntry("DELETE", row, undefined, confirm ? "?confirm=true" : "");
    },
    done: (answer) => {
      if (answer.edit !== null) made.push({ id: row.dataset.key, edit: answer.edit });
      const next = entries[entries.indexOf(row) + 1] ?? entries[entries.indexOf(row) - 1];
      entries.splice(entries.indexOf(row), 1);
      row.remove();
      selectEntry(next);
      say("Removed. z takes it back.");
    },
    failed: (failure) => conflict(row, failure, () => removeEntry(row, true)),
  });
}

/** An entry could not be changed: both texts are shown, and nothing that was typed goes. */
function conflict(row, failure, again) {
  const box = element("div", { className: "refused-because", role: "alert" }, element("p", { textContent: failure.message }));
  const { current, asked, etag, lines } = failure.problem ?? {};
  if (current !== undefined && current !== null) {
    box.append(element("p", { textContent: "In the file now:" }), element("pre", { textContent: current }));
    if (asked) box.append(element("p", { textContent: "With your change:" }), element("pre", { textContent: asked }));
    box.append(element("button", {
      type: "button",
      textContent: "Keep mine",
      onclick: () => { row.dataset.etag = etag; box.remove(); again(); },
    }), element("button", { type: "button", textContent: "Take the file's", onclick: () => location.reload() }));
  }
  for (const line of lines ?? []) {
    box.append(element("p", { textContent: `${line.file}, line ${line.line}:` }), element("pre", { textContent: line.text }));
  }
  if (lines) box.append(element("button", { type: "button", textContent: "The line may go", onclick: () => { box.remove(); again(); } }));
  row.append(box);
  row.querySelector(".kept").textContent = "Not kept";
}

function selectEntry(row, focus = true) {
  if (!row) return;
  current?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  current = row;
  if (!focus) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function onEntry(action) {
  return () => {
    const row = currentRow();
    if (row) action(row);
  };
}

if (page === "list") {
  for (const row of entries) {
    const form = row.querySelector("form.change");
    if (!form) continue;
    form.dataset.kept = JSON.stringify(wantedOf(form));
    form.addEventListener("focusout", () => setTimeout(() => { if (!form.contains(document.activeElement)) keepEntry(row); }));
    form.addEventListener("change", (event) => { if (event.target.type === "checkbox") keepEntry(row); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter?.value === "remove") removeEntry(row);
      else keepEntry(row);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey) keepEntry(row);
    });
    row.addEventListener("focusin", () => {
      if (current !== row) {
        current?.removeAttribute("aria-current");
        row.setAttribute("aria-current", "true");
        current = row;
      }
    });
  }
  const move = (by) => selectEntry(entries[Math.max(0, Math.min(entries.length - 1, entries.indexOf(currentRow()) + by))]);
  const focusOn = (field) => onEntry((row) => row.querySelector(field)?.focus());
  Object.assign(actions, {
    next: () => move(1),
    previous: () => move(-1),
    star: onEntry((row) => row.querySelector(".starred")?.click()),
    words: focusOn(".note"),
    tags: focusOn(".tags"),
    section: focusOn(".section"),
    remove: onEntry((row) => removeEntry(row)),
  });
  addEventListener("beforeunload", (event) => {
    if (entries.some((row) => row.querySelector("form.change") && isUnsaved(row.querySelector("form.change")))) event.preventDefault();
  });
  const target = document.querySelector("li.entry:target");
  if (target) selectEntry(target);
  else if (entries[0]) {
    entries[0].setAttribute("aria-current", "true");
    current = entries[0];
  }
}

// ---------------------------------------------------------------- the check

const findings = [...document.querySelectorAll("li.finding")];
let wasRunning = !document.getElementById("running")?.hidden;

/** The page anew, at the same finding, with what an edit did. */
function loadCheck(edit) {
  history.replaceState(null, "", `/${month}/check?edit=${edit}${currentRow() ? `#${currentRow().id}` : ""}`);
  location.reload();
}

/** Files were changed, by this page or another program: where that changes what is found, the page is loaded again. */
async function findAgain() {
  const answer = await ask("GET", `/api/${month}/findings`).catch(() => null);
  if (!answer) return;
  const keys = answer.findings.map((one) => `${one.key} ${one.line}`).sort().join();
  if (keys !== findings.map((row) => `${row.dataset.key} ${row.dataset.line}`).sort().join()) location.reload();
}

if (page === "check") {
  const move = (by) => selectEntry(findings[Math.max(0, Math.min(findings.length - 1, findings.indexOf(currentRow()) + by))]);
  const press = (selector) => onEntry((row) => row.querySelector(selector)?.click());
  Object.assign(actions, { next: () => move(1), previous: () => move(-1), fix: press(".fix"), open: press(".place a") });
  findings.forEach((row) => row.addEventListener("focusin", () => selectEntry(row, false)));
  // A key pressed again before the next page is here is not about the finding that was just mended.
  let isLeaving = false;
  addEventListener("submit", (event) => {
    if (isLeaving) event.preventDefault();
    isLeaving = true;
  });
  addEventListener("pageshow", () => { isLeaving = false; });
  const target = findings.find((row) => `#${row.id}` === location.hash); // :target is not known yet where a page is loaded again
  if (target) selectEntry(target);
  document.addEventListener("sheaf-run", ({ detail: run }) => {
    const isOver = !["waiting", "running"].includes(run.state);
    if (isOver && wasRunning) location.reload();
    wasRunning = !isOver;
  });
}

// ---------------------------------------------------------------- live: what other tabs, programs and runs do

let stream = null;
let lookAgain = 0;

function listen() {
  if (page === "problem" || !document.querySelector("[data-tab]")) return;
  if (document.hidden) {
    stream?.close();
    stream = null;
    return;
  }
  if (stream) return;
  stream = new EventSource("/api/events");
  stream.addEventListener("run", (event) => showRun(JSON.parse(event.data)));
  for (const kind of ["files", "edits"]) stream.addEventListener(kind, () => soon());
  stream.addEventListener("files", (event) => {
    const mine = JSON.parse(event.data).files.filter((file) => file.startsWith("curated/"));
    if (page === "list" && mine.length > 0) changedOnDisk(mine);
    document.dispatchEvent(new CustomEvent("sheaf-files", { detail: JSON.parse(event.data).files }));
    if (page === "check") findAgain();
  });
  stream.addEventListener("ranking", (event) => {
    const ranking = JSON.parse(event.data);
    if (list && ranking.month === month) say("The ranking has changed: load the page again to see it.");
  });
  stream.addEventListener("error", () => showOffline(true));
  stream.addEventListener("open", () => {
    showOffline(false);
    soon();
    catchUpWithRuns();
  });
}

/** A list was changed, by this page or another program: rows whose boxes nobody has touched are shown anew. */
async function changedOnDisk(files) {
  if (queue.length > 0) return;
  const answer = await ask("GET", `/api/${month}/list`).catch(() => null);
  if (!answer) return;
  const now = new Map(answer.entries.map((entry) => [entry.key, entry]));
  const isOther = now.size !== entries.length || entries.some((row) => now.get(row.dataset.key)?.etag !== row.dataset.etag);
  if (!isOther) return;
  const isOpen = entries.some((row) => {
    const form = row.querySelector("form.change");
    return form && (isUnsaved(form) || form.contains(document.activeElement));
  });
  if (isOpen) say(`${files.join(", ")} has been changed elsewhere. Your words stay in their boxes; load the page again to see it.`);
  else location.reload();
}

/** The stream tells of runs that are under way: one that ended while nobody listened is shown as ended by this. */
async function catchUpWithRuns() {
  const answer = await ask("GET", "/api/runs").catch(() => null);
  const latest = answer?.current ?? answer?.runs[0] ?? (answer ? { state: "finished" } : null);
  if (latest && (answer.current || !document.getElementById("running")?.hidden)) showRun(latest);
}

/** Reads the states of the rows again, once for several changes. */
function soon() {
  if (!list) return;
  clearTimeout(lookAgain);
  lookAgain = setTimeout(async () => {
    if (queue.length > 0) return soon();
    const ids = rows().map((row) => row.dataset.id);
    if (ids.length === 0) return;
    const answer = await ask("GET", `/api/${month}/states?ids=${encodeURIComponent(ids.join(","))}`).catch(() => null);
    if (answer && queue.length === 0) show(answer);
    const standing = document.getElementById("standing");
    if (!standing || standing.contains(document.activeElement)) return;
    const found = await fragment(location.pathname).catch(() => null);
    if (found) standing.replaceChildren(found);
  }, 150);
}

function showRun(run) {
  const line = document.getElementById("running");
  const isOver = !["waiting", "running"].includes(run.state);
  if (line) {
    line.hidden = isOver;
    line.textContent = isOver ? "" : run.sentence ?? `${run.kind} in progress`;
  }
  document.dispatchEvent(new CustomEvent("sheaf-run", { detail: run }));
}

addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => stream?.close());

// ---------------------------------------------------------------- runs

const underWay = document.getElementById("under-way");
document.addEventListener("sheaf-run", ({ detail: run }) => {
  if (!underWay) return;
  const isOver = !["waiting", "running"].includes(run.state);
  if (isOver || underWay.dataset.number !== String(run.number)) {
    location.reload();
    return;
  }
  const bar = underWay.querySelector("progress");
  if (bar && run.total) {
    bar.max = run.total;
    bar.value = run.done;
  }
  underWay.querySelector(".sentence").textContent = run.sentence ?? "";
});

// ---------------------------------------------------------------- the page of keys

function prepareKeysPage() {
  document.querySelectorAll(".needs-script").forEach((part) => { part.hidden = false; });
  const on = document.getElementById("keys-on");
  const kept = readKeys();
  on.checked = kept.off !== true;
  on.addEventListener("change", () => {
    writeKeys({ ...readKeys(), off: !on.checked });
    loadKeys();
    say(on.checked ? "Single keys are on." : "Single keys are off.");
  });
  document.getElementById("keys-reset").addEventListener("click", () => {
    writeKeys({});
    location.reload();
  });
  for (const cell of document.querySelectorAll("td.key:not([data-fixed])")) {
    const { action } = cell.dataset;
    const shown = kept.keys?.[action] ?? cell.dataset.keys;
    const input = element("input", { value: shown, autocomplete: "off", spellcheck: false });
    input.setAttribute("aria-label", cell.parentElement.querySelector("th").textContent);
    input.addEventListener("change", () => {
      const wanted = input.value.trim().split(/\s+/).filter(Boolean);
      const taken = [...document.querySelectorAll("td.key:not([data-fixed]) input")].filter((other) => other !== input)
        .flatMap((other) => other.value.trim().split(/\s+/));
      const twice = wanted.find((key) => taken.includes(key));
      if (twice || wanted.length === 0) {
        input.value = readKeys().keys?.[action] ?? cell.dataset.keys;
        say(twice ? `${twice} is taken already.` : "It needs a key.");
        return;
      }
      const now = readKeys();
      writeKeys({ ...now, keys: { ...now.keys, [action]: wanted.join(" ") } });
      loadKeys();
      say("Kept.");
    });
    cell.replaceChildren(input);
  }
}

// For the modules of single pages.
export { Refused, actions, ask, element, fragment, month, say };

loadKeys();
if (page === "keys") prepareKeysPage();
listen();
