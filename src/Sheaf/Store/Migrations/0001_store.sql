-- The store: what arXiv said and what Sheaf did. What a person decided stands in the workspace's files, so this file may be deleted:
-- the next harvest rebuilds it.
--
-- For reading with any SQLite tool there are the views papers, entries, ledger and runs, at the end of this file. Comments stand inside the
-- statements, where SQLite keeps them: `.schema papers` shows them.
-- Nothing here needs an SQLite newer than 3.40 (Debian 12): an older one refuses the whole file for one view that it cannot parse. So lists
-- are put in order by a query within, not by ORDER BY inside group_concat, which is of 3.44.
-- Times are UTC, whole seconds, as text: 2024-04-30T21:20:17Z. Months are text: 2024-04. Flags are 0 or 1. Lists are JSON arrays.

PRAGMA application_id = 1399350625; -- "Shea": how a store is told from other SQLite files

CREATE TABLE record (
    -- What each source said of each e-print: the truth that the table eprint is merged from.
    identifier TEXT NOT NULL,            -- canonical, without version
    source     TEXT NOT NULL CHECK (source IN ('atom', 'page', 'oai', 'snapshot')),
    fetched    TEXT NOT NULL,            -- when the source was first heard to say exactly this
    json       TEXT NOT NULL,            -- a field left out is one the source does not carry; an empty one is the source saying "none"
    PRIMARY KEY (identifier, source)
) STRICT;

CREATE TABLE eprint (
    -- One row for each e-print, however often and from wherever it arrived: the best the sources together say.
    identifier      TEXT NOT NULL PRIMARY KEY,
    latest_version  INTEGER NOT NULL,
    title           TEXT NOT NULL,
    authors_raw     TEXT,                -- the author line whole
    abstract        TEXT NOT NULL,       -- paragraphs separated by one newline
    first_submitted TEXT NOT NULL,       -- version 1; its month is the month the e-print belongs to
    last_submitted  TEXT NOT NULL,
    comment         TEXT,
    journal_ref     TEXT,
    dois            TEXT NOT NULL,       -- list of bare DOIs
    report_number   TEXT,
    msc_class       TEXT,
    acm_class       TEXT,
    license         TEXT,                -- URI
    withdrawn       INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    sources         TEXT NOT NULL,       -- JSON object: field, as named in `export papers`, to the source it came from
    fetched         TEXT NOT NULL        -- when the newest of its records was received
) STRICT;

CREATE INDEX eprint_by_first_submitted ON eprint (first_submitted);

CREATE TABLE version (
    -- The submission history; no rows where no source has given it.
    identifier TEXT NOT NULL REFERENCES eprint ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    submitted  TEXT NOT NULL,
    size_kb    INTEGER,                  -- null: the source does not say
    withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    PRIMARY KEY (identifier, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE author (
    identifier   TEXT NOT NULL REFERENCES eprint ON DELETE CASCADE,
    position     INTEGER NOT NULL,       -- from 1
    name         TEXT NOT NULL,          -- natural order, Unicode
    affiliations TEXT NOT NULL,          -- list
    PRIMARY KEY (identifier, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE category (
    identifier TEXT NOT NULL REFERENCES eprint ON DELETE CASCADE,
    position   INTEGER NOT NULL,         -- from 1, the primary category
    category   TEXT NOT NULL,
    PRIMARY KEY (identifier, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup (
    -- The ledger: one row for each identifier that was ever asked for.
    identifier         TEXT NOT NULL PRIMARY KEY,
    state              TEXT NOT NULL CHECK (state IN ('fetched', 'missing')), -- fetched: its page has been read
    reason             TEXT,             -- why it is missing or, if fetched, why the last look at it failed: not-found, deleted, malformed,
                                         -- arxiv-unavailable, page-unreadable, not-yet-tried
    detail             TEXT,             -- the reason in words
    first_asked        TEXT NOT NULL,
    attempts           INTEGER NOT NULL, -- looks that came to an end, well or badly
    last_attempt       TEXT,             -- the end of the latest of them
    last_looked        TEXT,             -- when its page was last read or confirmed unchanged; null: never
    page_last_modified TEXT,             -- header Last-Modified of the page as arXiv sent it
    next_attempt       TEXT,             -- not before this; null: with the next run
    CHECK (state = 'fetched' OR reason IS NOT NULL)
) STRICT;

CREATE TABLE curated_list (
    -- The curated files as they were last read.
    name   TEXT NOT NULL PRIMARY KEY,    -- file name: 2024-04.md
    month  TEXT,                         -- from such a name; null: each paper goes to the month of its version 1
    sha256 TEXT NOT NULL,                -- of the file's bytes, lower-case hexadecimal
    read   TEXT NOT NULL
) STRICT;

CREATE TABLE curated_entry (
    list          TEXT NOT NULL REFERENCES curated_list ON DELETE CASCADE,
    position      INTEGER NOT NULL,      -- from 1, in file order
    line          INTEGER NOT NULL,      -- from 1
    raw           TEXT NOT NULL,         -- the reference as written
    identifier    TEXT,                  -- null: malformed
    problem       TEXT,                  -- why it is malformed
    version       INTEGER,               -- if the reference names one
    starred       INTEGER NOT NULL CHECK (starred IN (0, 1)),
    tags          TEXT NOT NULL,         -- list, without #
    note          TEXT,
    claimed_title TEXT,                  -- text of a Markdown link
    section       TEXT,                  -- the heading it stands under
    mention       INTEGER NOT NULL CHECK (mention IN (0, 1)), -- 1: in running prose, not an item
    PRIMARY KEY (list, position),
    CHECK ((identifier IS NULL) = (problem IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
    -- Each run of a command that asks arXiv.
    id            INTEGER PRIMARY KEY,
    command       TEXT NOT NULL,
    process       INTEGER NOT NULL,      -- process id on this machine
    started       TEXT NOT NULL,
    finished      TEXT,                  -- null: running, or killed
    asked         INTEGER NOT NULL DEFAULT 0,
    fetched       INTEGER NOT NULL DEFAULT 0,
    unchanged     INTEGER NOT NULL DEFAULT 0,
    missing       INTEGER NOT NULL DEFAULT 0,
    requests_atom INTEGER NOT NULL DEFAULT 0,
    requests_page INTEGER NOT NULL DEFAULT 0,
    requests_oai  INTEGER NOT NULL DEFAULT 0,
    exit          INTEGER,               -- exit code; null: not finished
    waiting_until TEXT,                  -- arXiv is being waited for; null: it is not
    error         TEXT                   -- why the run failed
) STRICT;

CREATE TABLE run_outcome (
    run       INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    reference TEXT NOT NULL,             -- identifier, or the raw text of a malformed reference
    outcome   TEXT NOT NULL CHECK (outcome IN ('fetched', 'unchanged', 'missing')),
    reason    TEXT,                      -- as in lookup
    PRIMARY KEY (run, reference)
) STRICT, WITHOUT ROWID;

CREATE TABLE bookmark (
    -- How far something that spans runs has come.
    name    TEXT NOT NULL PRIMARY KEY,
    value   TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    -- Which months' drafts were made. The draft itself is a file and the editor's.
    month   TEXT NOT NULL PRIMARY KEY,
    written TEXT NOT NULL,
    sha256  TEXT NOT NULL                -- of what Sheaf last wrote, lower-case hexadecimal
) STRICT, WITHOUT ROWID;

CREATE VIEW papers AS
-- One row for each paper.
SELECT identifier,
       latest_version,
       title,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM author WHERE author.identifier = eprint.identifier ORDER BY position)) AS authors, -- joined by ", "
       abstract,
       (SELECT category FROM category WHERE category.identifier = eprint.identifier AND position = 1) AS primary_category,
       (SELECT group_concat(category, ', ') FROM (SELECT category FROM category WHERE category.identifier = eprint.identifier ORDER BY position)) AS categories,
       substr(first_submitted, 1, 7) AS month, -- the one the paper belongs to
       first_submitted,
       last_submitted,
       comment,
       journal_ref,
       (SELECT group_concat(value, ' ') FROM json_each(dois)) AS dois, -- joined by " "
       report_number,
       msc_class,
       acm_class,
       license,
       withdrawn,
       fetched, -- when the newest of what is said here was received
       'https://arxiv.org/abs/' || identifier AS address -- its abstract page
FROM eprint;

CREATE VIEW entries AS
-- One row for each entry of the curated lists.
SELECT coalesce(curated_list.month, substr(eprint.first_submitted, 1, 7)) AS month, -- the list's, else that of the paper's version 1, else null
       curated_entry.list, -- file name
       curated_entry.position,
       curated_entry.line,
       curated_entry.raw, -- the reference as written
       curated_entry.identifier, -- null: malformed
       curated_entry.problem, -- why it is malformed
       curated_entry.version, -- if the reference names one
       curated_entry.starred,
       (SELECT group_concat(value, ' ') FROM json_each(curated_entry.tags)) AS tags, -- joined by " "
       curated_entry.note,
       curated_entry.section, -- the heading it stands under
       curated_entry.mention, -- 1: in running prose, not an item
       curated_entry.claimed_title, -- what the list calls it
       eprint.title -- what arXiv calls it; null while it is missing
FROM curated_entry
JOIN curated_list ON curated_list.name = curated_entry.list
LEFT JOIN eprint ON eprint.identifier = curated_entry.identifier;

CREATE VIEW ledger AS
-- One row for each identifier that was ever asked for; the columns are those of the table lookup (see there), and the paper.
SELECT lookup.identifier,
       substr(eprint.first_submitted, 1, 7) AS month, -- the one the paper belongs to; null while no source has told
       eprint.title, -- null while no source has told
       lookup.state,
       lookup.reason,
       lookup.detail,
       lookup.first_asked,
       lookup.attempts,
       lookup.last_attempt,
       lookup.last_looked,
       lookup.next_attempt
FROM lookup
LEFT JOIN eprint ON eprint.identifier = lookup.identifier;

CREATE VIEW runs AS
-- One row for each run, the latest first.
SELECT id,
       command,
       started,
       finished, -- null: running, or killed
       unixepoch(finished) - unixepoch(started) AS seconds, -- how long it took
       asked,
       fetched,
       unchanged,
       missing,
       requests_atom + requests_page + requests_oai AS requests,
       exit, -- exit code
       waiting_until, -- arXiv is being waited for; null: it is not
       error -- why it failed
FROM run
ORDER BY id DESC;
