-- What is owed stands in the ledger, and whether a run is under way is told by a lock that dies with its process, not by the process's number.

ALTER TABLE lookup ADD COLUMN owed TEXT; -- since when a run has meant to look at it and none has come to it; null: nothing is owed

ALTER TABLE run DROP COLUMN process;

-- Nothing reads these.
ALTER TABLE draft DROP COLUMN sha256;
ALTER TABLE bookmark DROP COLUMN updated;
ALTER TABLE version_title DROP COLUMN fetched;
ALTER TABLE curated_list DROP COLUMN read;
