// Answers for the service where that cannot be reached: with the one page of suggestions that was kept, its papers' texts in it.
// Contract: pages are no-store to browsers; this one page is kept on purpose, holds nothing but papers, and goes as soon as the service
// answers that the browser may not come in (401, 403). Decisions are never kept here, and nothing that changes something is answered.

const papers = "sheaf-papers";
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data.keep).then((isKept) => isKept && event.ports[0]?.postMessage("kept")));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(show(request, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

/** The page with all its papers open, and what it is shown with; before it is there, the old one stays. */
async function keep(path) {
  const answer = await fetch(`${path}?keep=true`, { headers: { Accept: "text/html" } });
  if (isShut(answer)) {
    await caches.delete(papers);
    return false;
  }
  if (!answer.ok || answer.redirected) return false;
  const [head] = (await answer.clone().text()).split("</head>");
  const parts = [...new Set(head.match(/\/assets\/[\w.-]+/g))];
  const cache = await caches.open(papers);
  await cache.addAll(parts);
  await cache.put(path, answer);
  for (const { url } of await cache.keys()) {
    if (![path, ...parts].includes(new URL(url).pathname)) await cache.delete(url);
  }
  return true;
}

async function show(request, pathname) {
  try {
    const answer = await fetch(request);
    if (isShut(answer)) await caches.delete(papers);
    // What the service itself says has its policy; the rest is said by something before it.
    if (answer.status < 500 || answer.headers.has("Content-Security-Policy")) return answer;
  } catch { /* Nobody answers. */ }
  const kept = await caches.open(papers).then((cache) => cache.keys()).then((all) => all.find(({ url }) => url.endsWith("/suggestions")));
  if (!kept) return nothing("");
  const { pathname: path } = new URL(kept.url);
  if (pathname === path) return caches.match(kept, { ignoreVary: true });
  return pathname === "/" || pathname === path.replace("/suggestions", "") ? Response.redirect(path)
    : nothing(`<p><a href="${path}">The papers that were kept</a>`);
}

async function asset(request) {
  return await caches.match(request, { cacheName: papers, ignoreVary: true }) ?? fetch(request);
}

function isShut(answer) {
  return answer.status === 401 || answer.status === 403;
}

function nothing(more) {
  return new Response(
    `<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <title>Offline · Sheaf</title>
    <h1>You are offline</h1><p>This page was not kept. What you decided waits, and is sent when the desk is opened again.${more}`,
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
}
