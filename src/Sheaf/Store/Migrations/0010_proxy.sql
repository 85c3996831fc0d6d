-- The page's history tells who submitted a paper in its authors' stead. Papers of before have it when their page is read again.

ALTER TABLE eprint ADD COLUMN proxy TEXT; -- a service or a person; null: nobody, or no page has told

DROP VIEW papers;

CREATE VIEW papers AS
-- One row for each paper.
SELECT identifier,
       latest_version,
       title,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM author WHERE author.identifier = eprint.identifier ORDER BY position)) AS authors, -- joined by ", "
       abstract,
       (SELECT category FROM category WHERE category.identifier = eprint.identifier AND position = 1) AS primary_category,
       (SELECT group_concat(category, ', ') FROM (SELECT category FROM category WHERE category.identifier = eprint.identifier ORDER BY position)) AS categories,
       substr(first_submitted, 1, 7) AS month, -- the one the paper belongs to
       first_submitted,
       last_submitted,
       comment,
       journal_ref,
       (SELECT group_concat(value, ' ') FROM json_each(dois)) AS dois, -- joined by " "
       report_number,
       msc_class,
       acm_class,
       license,
       withdrawn,
       proxy, -- who submitted it in its authors' stead; null: nobody, or no page has told
       fetched, -- when the newest of what is said here was received
       'https://arxiv.org/abs/' || identifier AS address -- its abstract page
FROM eprint;
