-- The journal of what was changed in the editor's files by a command or at the desk, so that it can be taken back. It may go with the store:
-- the decisions themselves are in the files.
CREATE TABLE edit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    made TEXT NOT NULL,
    command TEXT NOT NULL,
    what TEXT NOT NULL,
    undone INTEGER -- In which order edits were taken back; null where this one stands.
) STRICT;

-- One change of whole lines in one file, as text, with the lines around it.
CREATE TABLE edit_part (
    edit INTEGER NOT NULL REFERENCES edit (number) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    file TEXT NOT NULL, -- Below the workspace, with strokes.
    created INTEGER NOT NULL, -- Whether the file was not there before.
    position INTEGER NOT NULL, -- Of the change, in the text as it became.
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    line_above TEXT,
    line_below TEXT,
    PRIMARY KEY (edit, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX edit_part_of_file ON edit_part (file, after);

-- How much the editor's files held when they were last changed: what is empty now may be on its way to the disk.
CREATE TABLE edited_file (
    file TEXT PRIMARY KEY,
    length INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
