// The jump box: months, pages, papers and commands by typing. A combobox with a list, as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
// has it: the focus stays in the field, arrows choose, Enter goes there.

import { actions, ask, element, month, say } from "./desk.js";

const most = 12;
const pause = 100; // Milliseconds without a letter before papers are looked for.
const named = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
const title = (iso) => named.format(new Date(`${iso}-01T00:00:00Z`));
const monthNames = Array.from({ length: 12 }, (_, number) => title(`2000-${String(number + 1).padStart(2, "0")}`).split(" ")[0].toLowerCase());

/** The month that was typed, in numbers or words, as 2024-04; null for none. */
function monthOf(typed) {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(typed)) return typed;
  const [, word, year] = /^([a-z]{3,}) (\d{4})$/.exec(typed) ?? [];
  const number = word ? monthNames.findIndex((name) => name.startsWith(word)) : -1;
  return number < 0 ? null : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** Has a run begin, and goes to where it is seen. */
async function run(kind, path) {
  try {
    await ask("POST", "/api/runs", { kind, months: [month] });
    location.assign(path);
  } catch (failure) {
    say(failure.message);
  }
}

function places() {
  const tabs = [...document.querySelectorAll(".bar [data-tab]")].map((tab) => [tab.firstChild.textContent.trim(), tab.getAttribute("href")]);
  const of = month && title(month);
  return [
    ...tabs.map(([name, path]) => ({ name, about: of && path.startsWith(`/${month}`) ? of : "", go: path })),
    ...month ? [
      { name: `Harvest ${of}`, about: "asks arXiv for what is due", go: () => run("harvest", "/runs") },
      { name: `Draft ${of}`, about: "writes it, or brings it up to date", go: () => run("draft", `/${month}/draft`) },
      { name: `Check ${of}`, about: "against what arXiv says now", go: () => run("check", `/${month}/check`) },
    ] : [],
    { name: "Undo", about: "takes the last decision back", go: actions.undo },
  ];
}

/** Whether every word that was typed begins a word of a name. */
const fits = (name, typed) => typed.split(/\s+/).every((word) => ` ${name.toLowerCase()}`.includes(` ${word}`));

/** The last word may be half typed. */
const asked = (text) => (/^[\p{L}\p{N}' -]*\p{L}$/u.test(text) ? `${text}*` : text);

async function papers(text) {
  const { results } = await ask("GET", `/api/search?top=${most}&q=${encodeURIComponent(asked(text))}`).catch(() => ({ results: [] }));
  return results.map((paper) => ({
    name: paper.titleParts.map((part) => part.text).join(""), about: paper.id, go: `/papers/${paper.id}`,
  }));
}

/** @param input The field of the box, which is open already. */
export async function fill(dialog, input) {
  const list = element("ul", { id: "jump-list", className: "results", role: "listbox", ariaLabel: "Places" });
  const told = element("p", { className: "many", role: "status" });
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "true", "aria-autocomplete": "list", "aria-controls": list.id,
  })) input.setAttribute(name, value);
  dialog.append(list, told);
  let shown = [];
  let chosen = 0;
  let latest = 0;

  const choose = (at) => {
    chosen = (at + shown.length) % (shown.length || 1);
    [...list.children].forEach((option, number) => { option.ariaSelected = String(number === chosen); });
    if (shown.length > 0) input.setAttribute("aria-activedescendant", list.children[chosen].id);
    else input.removeAttribute("aria-activedescendant");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const go = (at) => {
    const target = shown[at]?.go;
    if (!target) return;
    dialog.close();
    if (typeof target === "string") location.assign(target);
    else target();
  };
  const show = (found) => {
    shown = found;
    list.replaceChildren(...found.map((one, number) => element(
      "li", { id: `jump-${number}`, role: "option", onclick: () => go(number) },
      element("span", { textContent: one.name }), element("span", { className: "about", textContent: one.about }))));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    told.textContent = found.length === 0 ? "Nothing has this name." : "";
    choose(0);
  };

  const fixed = places();
  const months = (await ask("GET", "/api/months").catch(() => ({ months: [] }))).months
    .map((one) => ({ name: title(one.month), about: one.month, go: `/${one.month}` })).reverse();
  const seek = async () => {
    const text = input.value.trim();
    const typed = text.toLowerCase();
    const mine = ++latest;
    const meant = monthOf(typed);
    const near = [
      ...meant ? [{ name: title(meant), about: meant, go: `/${meant}` }] : [],
      ...[...fixed, ...months].filter((one) => one.about !== meant && (fits(one.name, typed) || one.about.startsWith(typed))),
    ].slice(0, most);
    const rest = text ? [{ name: `Search for “${text}”`, about: "", go: `/search?q=${encodeURIComponent(text)}` }] : [];
    show([...near, ...rest]);
    if (text.length < 3 || meant) return;
    await new Promise((resume) => setTimeout(resume, pause));
    if (mine !== latest) return;
    const found = await papers(text);
    if (mine !== latest || !dialog.open) return;
    const before = shown[chosen]?.go;
    show([...near, ...found.slice(0, Math.max(3, most - near.length)), ...rest]);
    choose(Math.max(0, chosen > 0 ? shown.findIndex((one) => one.go === before) : 0));
  };
  input.addEventListener("input", seek);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const key = { ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), Enter: () => go(chosen) }[event.key];
    if (!key) return;
    event.preventDefault();
    key();
  });
  await seek();
}
