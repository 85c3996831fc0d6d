// One hand on a phone: a bar of buttons for the paper that is current, and swipes on rows. Sent behind desk.js, as one module.

// ---------------------------------------------------------------- the bar

const thumbs = { take: "Take", star: "★ Star", later: "Later", refuse: "Refuse", undo: "Undo" };

if (list?.dataset.pile === "open") {
  const bar = element("div", { className: "thumbs", role: "group" });
  bar.setAttribute("aria-label", "The current paper");
  for (const [action, textContent] of Object.entries(thumbs)) {
    bar.append(element("button", { type: "button", textContent, onclick: () => actions[action]() }));
  }
  document.getElementById("main").append(bar);
}

// ---------------------------------------------------------------- swipes

const swiped = { 1: "take", [-1]: "refuse" };
let swipe = null; // the one under way: { row, from: {x, y}, pointer, by }

function areSwipesOn() {
  return readKeys().noSwipes !== true;
}

/** So far a row must go before letting it loose decides. */
function farEnough(row) {
  return Math.min(120, row.clientWidth / 3);
}

function moveSwipe({ clientX, clientY, pointerId }) {
  if (pointerId !== swipe?.pointer) return;
  const { row, from } = swipe;
  const by = clientX - from.x;
  if (!row.hasPointerCapture(pointerId)) {
    if (Math.abs(clientY - from.y) > 10 && Math.abs(clientY - from.y) > Math.abs(by)) endSwipe();
    else if (Math.abs(by) > 10) row.setPointerCapture(pointerId);
    else return;
  }
  if (!swipe) return;
  swipe.by = by;
  row.dataset.swipe = swiped[Math.sign(by)] ?? "";
  row.classList.toggle("far", Math.abs(by) >= farEnough(row));
  row.style.setProperty("--by", `${by}px`);
}

/** Puts the row back where it was, whatever came of it. */
function endSwipe() {
  const { row } = swipe;
  swipe = null;
  delete row.dataset.swipe;
  row.classList.remove("far");
  row.style.removeProperty("--by");
}

if (list) {
  list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest("li.paper");
    if (swipe) endSwipe();
    if (!row || event.pointerType === "mouse" || !event.isPrimary || isField(event.target) || !areSwipesOn()) return;
    swipe = { row, from: { x: event.clientX, y: event.clientY }, pointer: event.pointerId, by: 0 };
  });
  list.addEventListener("pointermove", moveSwipe);
  list.addEventListener("pointercancel", () => { if (swipe) endSwipe(); });
  list.addEventListener("pointerup", (event) => {
    if (event.pointerId !== swipe?.pointer) return;
    const { row, by } = swipe;
    const action = Math.abs(by) >= farEnough(row) ? swiped[Math.sign(by)] : null;
    endSwipe();
    if (!action) return;
    select(row);
    actions[action]();
  });
}

// ---------------------------------------------------------------- switching them off

const swipesOn = document.getElementById("swipes-on");
if (swipesOn) {
  swipesOn.checked = areSwipesOn();
  swipesOn.addEventListener("change", () => {
    writeKeys({ ...readKeys(), noSwipes: !swipesOn.checked });
    say(swipesOn.checked ? "Swipes are on." : "Swipes are off.");
  });
}
