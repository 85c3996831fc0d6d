// Without the service: what was decided waits in this browser, and papers kept by worker.js can be read. Sent behind desk.js, as one module.

// ---------------------------------------------------------------- decisions that wait

// One browser may meet several workspaces at one address: what was decided for one is not sent to another.
const waitsAs = `sheaf-waits/${document.body.dataset.workspace}/`;
const decidedAs = `sheaf-decided/${document.body.dataset.workspace}`;
const mostDecided = 25;
const tab = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
const adopting = new Set([tab]);
let lastTime = Math.max(0, ...waiting().map((one) => one.time));

/** What waits in this browser, of all its tabs, in the order in which it was decided. */
function waiting() {
  const found = [];
  for (const name of Object.keys(stored())) {
    const [, time, owner] = (name.startsWith(waitsAs) && name.slice(waitsAs.length).match(/^(\d+) (\w+)$/)) || [];
    if (!owner) continue;
    try {
      found.push({ name, owner, time: Number(time), kept: JSON.parse(localStorage.getItem(name)) });
    } catch { localStorage.removeItem(name); }
  }
  return found.filter((one) => one.kept).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function stored() {
  try { return localStorage; } catch { return {}; }
}

/**
 * Keeps what the queue is to send until the service has answered, so that it outlives the page. Each decision has a name of its own, by
 * which they sort: tabs do not write over one another's.
 */
function keepWaiting(work) {
  if (!work.kept) return;
  lastTime = Math.max(lastTime + 1, Date.now());
  const name = work.name ?? `${waitsAs}${String(lastTime).padStart(15, "0")} ${tab}`;
  try {
    localStorage.setItem(name, JSON.stringify(work.kept));
    work.name = name;
  } catch { /* This browser keeps nothing: the page asks before it is left. */ }
}

function forgetWaiting(work) {
  if (work.name) localStorage.removeItem(work.name);
  work.over?.();
  showOffline();
}

/** Whether what another tab left, and this one was to send, has been sent by one of the two meanwhile. */
function isSentElsewhere(work) {
  return Boolean(work.isAdopted) && localStorage.getItem(work.name) === null;
}

/** The decision of the queue that would be taken back next; null where none waits. */
function lastWaiting() {
  let passed = 0;
  for (const work of queue.toReversed()) {
    if (work.kept?.body && passed-- === 0) return work;
    if (work.kept && !work.kept.body) passed += work.kept.again ? -1 : 1;
  }
  return null;
}

/** Rows of papers whose decisions wait in this browser show them, whichever page they were made on. */
function paintWaiting() {
  if (!list) return;
  for (const [id, state] of Object.entries(readDecided())) if (keptPage && rowOf(id)) paint(rowOf(id), state, false);
  const done = [];
  for (const { kept } of waiting()) {
    const { id, action } = kept.body ?? {};
    if (id) done.push(kept);
    const last = id ? null : done.findLast((one) => one.body.id === kept.target);
    const row = rowOf(id ?? last?.body.id);
    if (row) paint(row, id ? states[action] : last.before, true);
  }
  if (keptPage || currentRow()?.classList.contains("waits")) {
    select(rows().find((row) => row.dataset.state === "open"), document.activeElement === currentRow());
  }
}

/** Sends what a tab left that was closed, in its order, before what is decided in this one. */
async function adopt(owner) {
  const works = waiting().filter((one) => one.owner === owner && !queue.some((work) => work.name === one.name)).map(restored);
  const ends = works.map((work) => new Promise((resume) => { work.over = resume; }));
  for (const work of works) {
    const place = queue.findIndex((one) => !one.isOut && !(one.name < work.name));
    queue.splice(place < 0 ? queue.length : place, 0, work);
  }
  showQueue();
  if (works.length > 0 && !working) drain();
  await Promise.all(ends);
}

/** The work of the queue that a decision was which waits. */
function restored({ name, kept }) {
  if (kept.body) {
    const work = deciding(kept.body, kept.title, kept.before);
    return { ...work, name, isAdopted: true, failed: (failure) => needsHer(kept.body, kept.title, failure) };
  }
  const work = undoing(kept.again, kept.edit, kept.target);
  const { failed } = work;
  Object.assign(work, { name, isAdopted: true });
  // It was taken back before the page was closed, and the answer came too late.
  work.failed = (failure, isAgain) => failed(failure, isAgain || (kept.edit !== undefined && failure.status === 409));
  return work;
}

/**
 * Watches for what other tabs leave. Each tab holds a lock for as long as it lives, and who sends for one that is gone holds the same: so
 * nothing is sent by two of them. Where there are no locks, as over plain HTTP, it may be sent twice, which changes nothing twice.
 * @returns What was left when this page was opened is in the queue.
 */
function adoptOthers() {
  const begun = waiting().map((one) => one.owner).filter((owner) => !adopting.has(owner) && adopting.add(owner)).map((owner) => {
    if (!navigator.locks) {
      queueMicrotask(() => adopt(owner));
      return null;
    }
    return new Promise((resume) => hold(owner, () => {
      const over = adopt(owner).then(() => adopting.delete(owner));
      resume();
      return over;
    }));
  });
  // A tab that lives on sends its own: nobody waits for that.
  return begun.length === 0 ? Promise.resolve()
    : Promise.race([Promise.all(begun), new Promise((resume) => setTimeout(resume, 500))]);
}

/** Has the lock of a tab for as long as some work lasts; a page that is gone by then wants it no more. */
function hold(owner, work) {
  navigator.locks?.request(`sheaf-tab ${owner}`, work).catch(() => {});
}

/** Asks what is to become of a decision that could not be made, and whose row is not here; all behind it waits for that. */
function needsHer(body, title, failure) {
  const box = element("section", { className: "refused-because", role: "alert" },
    element("p", { textContent: `Not kept: ${words[states[body.action]]}: ${title}. ${failure.message}` }));
  for (const line of failure.problem?.lines ?? []) {
    box.append(element("p", { textContent: `${line.file}, line ${line.line}:` }), element("pre", { textContent: line.text }));
  }
  said.after(box);
  return new Promise((resume) => {
    const end = (textContent, result, act) => element("button", {
      type: "button",
      textContent,
      onclick: () => {
        const hadFocus = box.contains(document.activeElement);
        act?.();
        box.remove();
        if (hadFocus) (currentRow() ?? document.getElementById("main")).focus();
        resume(result);
      },
    });
    box.append(element("p", { className: "row" }, failure.problem?.lines
      ? end("The line may go", "again", () => { body.confirm = true; })
      : end("Try it again", "again"), end("Leave it as it is", "", () => soon())));
  });
}

hold(tab, () => new Promise(() => {}));
const keptPage = document.getElementById("offline");
paintWaiting();
const adopted = adoptOthers();
addEventListener("storage", ({ key, newValue }) => { if (newValue && key?.startsWith(waitsAs)) adoptOthers(); });

// ---------------------------------------------------------------- the page that was kept

let isAway = keptPage !== null;

/** Says in a page that was kept how it stands. */
function showOffline(away = isAway) {
  isAway = away;
  if (!keptPage) return;
  const count = waiting().length;
  const wait = count === 0 ? "Nothing that you decided waits." : count === 1 ? "1 decision waits." : `${number.format(count)} decisions wait.`;
  const sentence = isAway ? `You are offline. ${wait}`
    : count > 0 ? `The service answers again. ${wait}` : "The service answers again, and all that you decided is in the files.";
  const shown = keptPage.querySelector("span");
  if (shown.textContent !== sentence) shown.textContent = sentence;
  keptPage.querySelector("a").hidden = isAway || count > 0;
}

// ---------------------------------------------------------------- keeping papers

/** What was decided in this browser since papers were kept, by paper: the kept page does not know. */
function readDecided() {
  try {
    return JSON.parse(localStorage.getItem(decidedAs)) ?? {};
  } catch { return {}; }
}

function writeDecided(changed) {
  try { localStorage.setItem(decidedAs, JSON.stringify(changed)); } catch { /* Then rows show the state they were kept in. */ }
}

/** Papers' texts do not outlive the right to read them. */
function forgetPapers() {
  globalThis.caches?.delete("sheaf-papers");
}

/** Has the worker keep the next papers, unless it has most of them by this same ranking. */
async function keepPapers() {
  // The only address of a script that is ever made here.
  const addresses = globalThis.trustedTypes?.createPolicy("sheaf-worker", { createScriptURL: () => "/worker.js" });
  await navigator.serviceWorker.register(addresses ? addresses.createScriptURL("") : "/worker.js");
  const { active } = await navigator.serviceWorker.ready;
  const path = `/${month}/suggestions`;
  const kept = await caches.match(path, { cacheName: "sheaf-papers" });
  const isNew = kept?.headers.get("ETag") === `"${list.dataset.ranking}"` && Object.keys(readDecided()).length < mostDecided;
  list.dataset.kept = isNew ? "before" : "now";
  if (isNew) return;
  const known = Object.entries(readDecided());
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => writeDecided(Object.fromEntries(
    Object.entries(readDecided()).filter(([id, state]) => !known.some(([one, before]) => one === id && before === state))));
  active.postMessage({ keep: path }, [port2]);
}

if (list) {
  new MutationObserver((changes) => {
    const changed = changes.filter(({ target, oldValue }) => oldValue && oldValue !== target.dataset.sure);
    if (changed.length === 0) return;
    writeDecided({ ...readDecided(), ...Object.fromEntries(changed.map(({ target: { dataset } }) => [dataset.id, dataset.sure])) });
  }).observe(list, { subtree: true, attributeFilter: ["data-sure"], attributeOldValue: true });
  showOffline();
  if (navigator.serviceWorker && !keptPage && list.dataset.ranking) {
    const begin = () => (globalThis.requestIdleCallback ?? setTimeout)(() => keepPapers().catch(() => {}));
    if (document.readyState === "complete") begin();
    else addEventListener("load", begin);
  }
}
