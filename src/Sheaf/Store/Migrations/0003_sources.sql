-- A paper can come home without its page: from the query API or over OAI-PMH, while pages are refused. It stays due until its page is read.

ALTER TABLE lookup ADD COLUMN served_by TEXT CHECK (served_by IN ('page', 'atom', 'oai')); -- where the latest good answer came from; null: none yet
ALTER TABLE lookup ADD COLUMN served TEXT; -- when it came; last_looked speaks of the page only

UPDATE lookup SET served_by = 'page', served = last_looked WHERE last_looked IS NOT NULL;

DROP VIEW ledger;

CREATE VIEW ledger AS
-- One row for each identifier that was ever asked for; the columns are those of the table lookup (see there), and the paper.
SELECT lookup.identifier,
       substr(eprint.first_submitted, 1, 7) AS month, -- the one the paper belongs to; null while no source has told
       eprint.title, -- null while no source has told
       lookup.state,
       lookup.reason,
       lookup.detail,
       lookup.first_asked,
       lookup.attempts,
       lookup.last_attempt,
       lookup.last_looked,
       lookup.served_by,
       lookup.served,
       lookup.next_attempt
FROM lookup
LEFT JOIN eprint ON eprint.identifier = lookup.identifier;
