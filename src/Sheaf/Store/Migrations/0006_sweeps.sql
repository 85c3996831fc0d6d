-- A sweep brings home all papers of some categories that were first submitted in a month. That it is complete is proven by counts.

CREATE TABLE sweep (
    -- One row for each month and choice of categories that was ever swept.
    month       TEXT NOT NULL,
    categories  TEXT NOT NULL,           -- the choice, normalised: cs.* stat.ML
    interface   TEXT NOT NULL CHECK (interface IN ('atom', 'oai')),
    state       TEXT NOT NULL CHECK (state IN ('under-way', 'complete', 'incomplete')),
    reason      TEXT,                    -- why it is not complete
    span_first  TEXT NOT NULL,           -- months that were swept as one sequence: what the totals and counts are of
    span_last   TEXT NOT NULL,
    total_first INTEGER,                 -- papers of the span as arXiv counted them on the first page; null: OAI-PMH does not count
    total_last  INTEGER,                 -- and on the last, those before it included
    span_seen   INTEGER NOT NULL DEFAULT 0, -- different papers of the span that were seen
    twice       INTEGER NOT NULL DEFAULT 0, -- rows that were seen before, most where pages overlap on purpose
    outside     INTEGER NOT NULL DEFAULT 0, -- rows of another month or category, which were dropped
    unreadable  INTEGER NOT NULL DEFAULT 0, -- rows that could not be read
    requests    INTEGER NOT NULL DEFAULT 0, -- of the span
    seen        INTEGER NOT NULL DEFAULT 0, -- papers of the month
    highest     INTEGER,                 -- the highest sequence number among those announced in the month; null: none
    numbered    INTEGER NOT NULL DEFAULT 0, -- how many they are: the numbers below the highest that are missing belong to
    elsewhere   INTEGER NOT NULL DEFAULT 0, -- so many papers that the store knows (other categories, other months of submission), and to others or nobody
    through     TEXT,                    -- the latest first submission seen
    started     TEXT NOT NULL,           -- the latest sweep
    swept       TEXT,                    -- the end of the latest complete one; null: none yet
    PRIMARY KEY (month, categories)
) STRICT, WITHOUT ROWID;

CREATE TABLE swept (
    -- Every paper that a sweep has seen, in the order of the listing.
    categories TEXT NOT NULL,            -- as in sweep
    submitted  TEXT NOT NULL,            -- version 1; its month is the one swept
    identifier TEXT NOT NULL,            -- canonical; as received where it cannot be read
    what       TEXT NOT NULL CHECK (what IN ('kept', 'outside', 'unreadable')),
    pass       INTEGER NOT NULL,         -- the sweep that saw it last
    PRIMARY KEY (categories, submitted, identifier)
) STRICT, WITHOUT ROWID;

CREATE VIEW sweeps AS
-- One row for each month and choice of categories, the latest month first; the columns are those of the table sweep (see there).
SELECT month,
       categories,
       interface,
       state,
       reason,
       seen,
       span_first || ' to ' || span_last AS span,
       total_first,
       total_last,
       span_seen,
       twice,
       outside,
       unreadable,
       requests,
       highest - numbered AS gaps, -- sequence numbers below the highest that are none of the month's
       elsewhere AS gaps_known, -- of those, papers that the store knows
       through,
       started,
       swept
FROM sweep
ORDER BY month DESC, categories;
