"use strict";
// Searches the titles and words of all issues in the browser. The index is loaded when somebody begins to search. What it holds is shown as
// text, never as markup.
(() => {
  const most = 50;
  const place = document.getElementById("search");
  const query = document.getElementById("query");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  let issues = [];
  let papers = null;
  let asked = false;

  // As a person types it: no accents, no capitals.
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const make = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  const show = paper => {
    const [month, name] = issues[paper.issue];
    const item = document.createElement("li");
    const link = make("a", paper.title);
    link.href = `${month}.html#${encodeURIComponent(`paper-${paper.id}`)}`;
    const where = make("span", ` ${name}`);
    where.className = "many";
    item.append(link, where);
    return item;
  };

  // All words must be there; papers that have them in the title come first, then the newest.
  const search = () => {
    const words = fold(query.value).split(/\s+/).filter(word => word !== "");
    if (words.length === 0 || papers === null) {
      results.replaceChildren();
      found.textContent = words.length === 0 ? "" : "Loading…";
      return;
    }

    const hits = papers.filter(paper => words.every(word => paper.all.includes(word)));
    const rank = paper => words.every(word => paper.head.includes(word)) ? 0 : 1;
    hits.sort((one, other) => rank(one) - rank(other) || one.issue - other.issue);
    results.replaceChildren(...hits.slice(0, most).map(show));
    found.textContent = hits.length === 0 ? "Nothing found."
      : `${hits.length === 1 ? "1 paper" : `${hits.length} papers`}${hits.length > most ? `, the first ${most}` : ""}`;
  };

  globalThis.sheafSearch = index => {
    issues = index.issues;
    papers = index.papers.map(([issue, id, title, words]) => {
      const head = fold(title);
      return { issue, id, title, head, all: `${head} ${fold(words)} ${id}` };
    });
    search();
  };

  const load = () => {
    if (!asked) {
      asked = true;
      const script = document.createElement("script");
      script.src = "search-index.js";
      script.addEventListener("error", () => { asked = false; found.textContent = "The index cannot be loaded."; });
      document.head.append(script);
    }
  };

  query.addEventListener("focus", load);
  query.addEventListener("input", () => { load(); search(); });
  place.hidden = false;
  if (query.value !== "") {
    load();
  }
})();
