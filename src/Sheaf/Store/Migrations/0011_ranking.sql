-- The order in which a month's papers are suggested costs seconds to make, and no decision on a paper of the month changes it: it is made
-- once and kept. Both tables may be emptied at any time: what was in them is made anew.

CREATE TABLE ranking (
    -- One row for each month that was ranked.
    month   TEXT NOT NULL PRIMARY KEY,
    key     TEXT NOT NULL,               -- digest of what it was made from; where that has changed since, the ranking is out of date
    made    TEXT NOT NULL,
    seconds REAL NOT NULL,               -- that it took
    picks   INTEGER NOT NULL             -- of earlier months, which it was learnt from
) STRICT, WITHOUT ROWID;

CREATE TABLE ranked_paper (
    -- Every paper of the month and of the followed categories, whatever has been decided on it: that is looked up when this is read.
    month      TEXT NOT NULL,            -- of no consequence where ranking has lost it: no constraint, or emptying one table were damage
    position   INTEGER NOT NULL,         -- from 1, the likeliest first
    identifier TEXT NOT NULL,            -- canonical
    score      REAL NOT NULL,            -- 0 to 1
    reasons    TEXT,                     -- list, the strongest first; null: none
    same       TEXT,                     -- list of papers that stand above it and are the same work, the likeliest first; null: none
    PRIMARY KEY (month, position)
) STRICT, WITHOUT ROWID;

-- So that the few withdrawn papers of a month are found without reading all others.
CREATE INDEX eprint_withdrawn ON eprint (first_submitted) WHERE withdrawn = 1;
