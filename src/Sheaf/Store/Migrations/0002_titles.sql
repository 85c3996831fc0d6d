-- What was asked while titles were checked, so that it is not asked again.

CREATE TABLE version_title (
    -- The titles of versions that are not the latest. A version does not change.
    identifier TEXT NOT NULL,            -- canonical, without version
    version    INTEGER NOT NULL,
    title      TEXT NOT NULL,            -- TeX as the page has it
    fetched    TEXT NOT NULL,
    PRIMARY KEY (identifier, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE title_query (
    -- Titles that arXiv was asked for. What it found is among the e-prints.
    title TEXT NOT NULL PRIMARY KEY,     -- as it was asked for
    asked TEXT NOT NULL
) STRICT, WITHOUT ROWID;
