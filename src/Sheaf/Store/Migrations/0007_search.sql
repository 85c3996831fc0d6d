-- The text index is filled in bulk, before a search and at the end of an import: kept up row by row it would slow down every harvest. The
-- index itself is made with the first search (Store/SearchIndex.cs): it is no truth, and may be dropped whenever its making changes.

CREATE TABLE search_pending (
    -- The papers that the index lacks, or has as they were.
    identifier TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE search_paper (
    -- The papers in the index. SQLite may renumber the rows of eprint, whose key is a text, so the index has numbers of its own.
    number     INTEGER PRIMARY KEY,      -- 2^24 times the days from 1 January 1991 to the paper's first version, and a number within that day
    identifier TEXT NOT NULL UNIQUE
) STRICT;

-- By the database and not by those who write: whoever comes to write papers, no change of one is missed.
CREATE TRIGGER search_pending_of_new AFTER INSERT ON eprint
BEGIN
    INSERT INTO search_pending (identifier) VALUES (new.identifier) ON CONFLICT (identifier) DO NOTHING;
END;

CREATE TRIGGER search_pending_of_changed AFTER UPDATE ON eprint
BEGIN
    INSERT INTO search_pending (identifier) VALUES (new.identifier) ON CONFLICT (identifier) DO NOTHING;
END;

INSERT INTO search_pending (identifier) SELECT identifier FROM eprint;
