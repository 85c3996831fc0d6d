-- A newer snapshot lacks a few papers that an earlier one brought: arXiv has taken them out. They are told once and stay in the store.

CREATE TABLE snapshot_gone (
    identifier TEXT NOT NULL PRIMARY KEY,
    noticed    TEXT NOT NULL             -- when the snapshot that lacks it had been read to its end
) STRICT, WITHOUT ROWID;
