-- What other services say that people noticed. Facts with their time: never needed for a harvest, a draft or a check, and kept when the
-- service is gone. A later answer that says less (no votes, fewer of them, the paper not at all) takes nothing back.

CREATE TABLE signal (
    -- One row for each day on which a service listed a paper. The store need not have the paper.
    identifier TEXT NOT NULL,            -- canonical
    source     TEXT NOT NULL,            -- huggingface
    day        TEXT NOT NULL,            -- on which it was listed, by the service's own calendar
    votes      INTEGER,                  -- the most that were seen; null: the service has not said
    asked      TEXT NOT NULL,            -- when it said so
    PRIMARY KEY (identifier, source, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX signal_by_day ON signal (source, day);

CREATE TABLE signal_day (
    -- One row for each day that a service was asked about.
    source  TEXT NOT NULL,
    day     TEXT NOT NULL,
    asked   TEXT,                        -- when its whole list was read last; null: never
    tried   TEXT NOT NULL,               -- when it was asked last
    problem TEXT,                        -- why that brought no whole list, for a person; null: it did
    PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE signal_source (
    -- One row for each service that has asked to be left alone.
    source     TEXT NOT NULL PRIMARY KEY,
    not_before TEXT NOT NULL             -- until when
) STRICT, WITHOUT ROWID;
