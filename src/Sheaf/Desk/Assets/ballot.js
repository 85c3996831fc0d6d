// Voting in the browser. The page works without this; it adds single keys, and votes that are kept without loading the page again.

const said = document.getElementById("said");
const rows = [...document.querySelectorAll("li.paper")];
const forms = rows.map((row) => row.querySelector("form.vote")).filter(Boolean);
const words = { yes: "Yes", star: "Star", no: "No" };
let silence = 0;

function say(sentence) {
  said.textContent = sentence;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 8000);
}

// ---------------------------------------------------------------- the queue: one vote after the other, each until it is kept

const queue = [];
let working = false;

class Refused extends Error {}

async function send({ form, vote, comment }) {
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify({ name: form.elements.name.value, id: form.elements.id.value, vote, comment }),
    keepalive: true,
  });
  const told = await answer.json().catch(() => null);
  // Said by something before the service, which is starting: the vote is sent again.
  if (!told && answer.status >= 500) throw new Error(`${answer.status}`);
  if (answer.ok && told) return told;
  // What cannot be done at this moment is tried again; all else is a person's to mend.
  const wait = answer.status === 429 ? Number(answer.headers.get("Retry-After")) || 5 : answer.status === 503 ? 1 : 0;
  if (wait > 0) throw Object.assign(new Error(told?.detail ?? "Many vote at this moment."), { wait });
  throw new Refused(told?.detail ?? "That was not kept: load the page again.");
}

async function drain() {
  working = true;
  while (queue.length > 0) {
    const work = queue[0];
    try {
      const kept = await send(work);
      queue.shift();
      done(work, kept);
    } catch (failure) {
      if (failure instanceof Refused) {
        queue.shift();
        refuse(work, failure.message);
      } else {
        say(failure.wait ? failure.message : "The service does not answer. Your vote waits here, and is sent again.");
        await new Promise((resume) => setTimeout(resume, (failure.wait ?? 1) * 1000));
      }
    }
    mark();
  }
  working = false;
}

function mark() {
  if (queue.length > 0) document.body.dataset.waiting = queue.length;
  else delete document.body.dataset.waiting;
}

addEventListener("beforeunload", (event) => {
  if (queue.length > 0 || forms.some((form) => isUnsent(form) && commentOf(form))) event.preventDefault();
});

// ---------------------------------------------------------------- votes

function rowOf(form) {
  return form.closest("li.paper");
}

function commentOf(form) {
  return form.elements.comment.value.trim();
}

/** Whether there are words in the box that were not kept. */
function isUnsent(form) {
  return commentOf(form) !== form.dataset.said;
}

function cast(form, vote) {
  const row = rowOf(form);
  row.querySelector(".refused-because")?.remove();
  paint(form, vote, "…");
  queue.push({ form, vote, comment: commentOf(form) });
  mark();
  if (!working) drain();
}

function paint(form, vote, text) {
  rowOf(form).dataset.vote = vote;
  for (const button of form.querySelectorAll(".choices button")) button.setAttribute("aria-pressed", String(button.value === vote));
  form.querySelector(".kept").textContent = text;
}

function done({ form, comment }, kept) {
  form.dataset.said = comment;
  form.dataset.sure = kept.vote;
  if (!queue.some((work) => work.form === form)) paint(form, kept.vote, "Kept");
  const count = document.getElementById("done");
  if (count) count.textContent = forms.filter((one) => one.dataset.sure).length;
  say(`${words[kept.vote]}: ${rowOf(form).querySelector("h2").textContent}`);
}

/** A vote was not kept: its row says why, and what was written stays in its box. */
function refuse({ form }, sentence) {
  const box = document.createElement("div");
  box.className = "refused-because";
  box.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = sentence;
  const again = document.createElement("a");
  again.href = location.pathname;
  again.textContent = "Load the page again";
  box.append(text, again);
  if (!queue.some((work) => work.form === form)) paint(form, form.dataset.sure, "Not kept");
  rowOf(form).querySelector(".refused-because")?.remove();
  rowOf(form).append(box);
}

for (const form of forms) {
  form.dataset.said = commentOf(form);
  form.dataset.sure = rowOf(form).dataset.vote;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.value) cast(form, event.submitter.value);
  });
  form.elements.comment.addEventListener("change", () => {
    const { vote } = rowOf(form).dataset;
    if (!isUnsent(form)) return;
    if (vote) cast(form, vote);
    else if (commentOf(form)) say("Your word is kept with your vote.");
  });
}

// ---------------------------------------------------------------- keys

let current = null;

function select(row, focus = true) {
  if (!row) return;
  current?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  current = row;
  if (!focus) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  select(rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(current) + by))]);
}

function vote(choice) {
  const form = current?.querySelector("form.vote");
  if (!form) return;
  cast(form, choice);
  step(1);
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  y: () => vote("yes"),
  s: () => vote("star"),
  n: () => vote("no"),
  c: () => current?.querySelector("textarea")?.focus(),
};
// Where a layout has no Latin letters, the place on the keyboard counts.
const places = { KeyJ: "j", KeyK: "k", KeyY: "y", KeyS: "s", KeyN: "n", KeyC: "c" };

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const isField = event.target instanceof HTMLElement && ["TEXTAREA", "INPUT"].includes(event.target.tagName);
  if (isField) {
    if (event.key === "Escape") {
      event.target.blur();
      current?.focus();
    }
    return;
  }
  const key = event.key.length === 1 && event.key.charCodeAt(0) > 127 ? places[event.code] : event.key;
  if (!actions[key] || (event.repeat && !["j", "k"].includes(key))) return;
  event.preventDefault();
  actions[key]();
});

if (forms.length > 0) {
  rows.forEach((row) => row.addEventListener("focusin", () => select(row, false)));
  select(document.querySelector("li.paper:target") ?? rows.find((row) => !row.dataset.vote) ?? rows[0], location.hash !== "");
}
