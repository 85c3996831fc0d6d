-- Choosing the sentence to suggest for a paper costs more than all else in a draft, so it is done once for each abstract.

CREATE TABLE suggestion (
    identifier TEXT NOT NULL PRIMARY KEY, -- canonical
    digest     TEXT NOT NULL,             -- of what was chosen from, and of the program that chose
    sentence   TEXT                       -- null: there is none
) STRICT, WITHOUT ROWID;
