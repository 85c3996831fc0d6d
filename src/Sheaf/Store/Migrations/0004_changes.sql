-- What arXiv changed about a paper after Sheaf had first read it: an editor who has written about the paper wants to know.

CREATE TABLE change (
    identifier TEXT NOT NULL,            -- canonical
    what       TEXT NOT NULL CHECK (what IN ('version', 'withdrawn', 'title', 'authors', 'doi', 'journal-ref')),
    before     TEXT,                     -- null: there was none
    after      TEXT,                     -- null: there is none any more
    noticed    TEXT NOT NULL,            -- when Sheaf first heard of it
    PRIMARY KEY (identifier, what, noticed)
) STRICT, WITHOUT ROWID;
