"""The named alternative to a sweep: arxiv.py, or where it cannot be had a parser under it, into SQLite with a text index.

sweep.py PARSER API CATEGORIES DAY[,DAY...] INTERVAL FILE: searches from each day to the next, pages of 2,000, and says how many papers it
stored. PARSER is arxiv.py, feedparser (under arxiv.py up to 3) or lxml (under it since 4).
"""
import datetime
import itertools
import re
import sqlite3
import sys
import time
import urllib.parse
import urllib.request

PAGE = 2000

parser, api, categories, days, interval, file = sys.argv[1:7]
days = days.split(",")
interval = float(interval)


def query(first, last):
    which = " OR ".join("cat:" + category for category in categories.split(","))
    return f"({which}) AND submittedDate:[{first} TO {last}]"


def by_arxiv(first, last):
    client = arxiv.Client(page_size=PAGE, delay_seconds=interval, num_retries=3)
    client.query_url_format = api + "?{}"
    search = arxiv.Search(query(first, last), sort_by=arxiv.SortCriterion.SubmittedDate, sort_order=arxiv.SortOrder.Ascending)
    for result in client.results(search):
        yield (
            result.get_short_id().split("v")[0], result.title, result.summary, ", ".join(author.name for author in result.authors),
            " ".join(result.categories), result.published.isoformat(), result.updated.isoformat(), result.comment, result.journal_ref,
            result.doi)


total = []


def answers(first, last):
    """The pages of a search; whoever reads one says how many rows there are in all."""
    for start in itertools.count(0, PAGE):
        if start > 0 and start >= total[-1]:
            return
        asked = urllib.parse.urlencode({
            "search_query": query(first, last), "start": start, "max_results": PAGE, "sortBy": "submittedDate", "sortOrder": "ascending"})
        with urllib.request.urlopen(api + "?" + asked) as answer:
            yield answer.read()
        time.sleep(interval)


def by_feedparser(first, last):
    """The least that arxiv.py did up to 3."""
    for answer in answers(first, last):
        feed = feedparser.parse(answer)
        total.append(int(feed.feed.opensearch_totalresults))
        for entry in feed.entries:
            yield (
                entry.id.split("/abs/")[-1].split("v")[0], entry.title, entry.summary, ", ".join(a.name for a in entry.authors),
                " ".join(tag.term for tag in entry.tags), entry.published, entry.updated, entry.get("arxiv_comment"),
                entry.get("arxiv_journal_ref"), entry.get("arxiv_doi"))


ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def by_lxml(first, last):
    """The least that arxiv.py does since 4.0: one tree a page, and of each entry all that it makes a result of."""
    for answer in answers(first, last):
        feed = lxml.etree.fromstring(answer, parser=lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
        total.append(int(feed.findtext(SEARCH + "totalResults")))
        for entry in feed.iterfind(ATOM + "entry"):
            [(link.get("href"), link.get("title"), link.get("rel"), link.get("type")) for link in entry.iterfind(ATOM + "link")]
            names = [author.findtext(ATOM + "name") for author in entry.iterfind(ATOM + "author")]
            moments = [
                datetime.datetime.fromisoformat(entry.findtext(ATOM + name).strip().replace("Z", "+00:00"))
                for name in ("published", "updated")]
            yield (
                entry.findtext(ATOM + "id").split("/abs/")[-1].split("v")[0], re.sub(r"\s+", " ", entry.findtext(ATOM + "title")),
                entry.findtext(ATOM + "summary"), ", ".join(names),
                " ".join(category.get("term") for category in entry.iterfind(ATOM + "category")), moments[0].isoformat(),
                moments[1].isoformat(), entry.findtext(ARXIV + "comment"), entry.findtext(ARXIV + "journal_ref"),
                entry.findtext(ARXIV + "doi"))


if parser == "arxiv.py":
    import arxiv
    name, results = "arxiv.py " + getattr(arxiv, "__version__", ""), by_arxiv
elif parser == "feedparser":
    import feedparser
    name, results = "feedparser " + feedparser.__version__, by_feedparser
else:
    import lxml.etree
    name, results = "lxml " + lxml.etree.__version__, by_lxml

store = sqlite3.connect(file)
store.executescript(
    """
    PRAGMA journal_mode = WAL;
    CREATE TABLE paper (
        id TEXT PRIMARY KEY, title TEXT, abstract TEXT, authors TEXT, categories TEXT, submitted TEXT, updated TEXT, comment TEXT,
        journal TEXT, doi TEXT);
    CREATE VIRTUAL TABLE words USING fts5(title, abstract, authors, content='paper');
    """)
for first, last in zip(days, days[1:]):
    rows = list(results(first, last))
    with store:
        store.executemany("INSERT OR REPLACE INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
with store:
    store.execute("INSERT INTO words (words) VALUES ('rebuild')")
print(f"{name}: {store.execute('SELECT count(*) FROM paper').fetchone()[0]}")
