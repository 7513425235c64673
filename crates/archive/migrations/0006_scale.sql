-- Indexes that hold what long lists and their counts ask, so that neither reads the rows they skip: a document's row
-- is as long as its text, and an archive has a million awards.

-- Documents, last changed first, filtered by state, kind and year.
DROP INDEX document_by_change;
CREATE INDEX document_listed
  ON document (changed_at, state, template, substr(coalesce(date, created_at), 1, 4));
CREATE INDEX document_drafts ON document (changed_at) WHERE state = 'draft';

-- Papers of rounds, counted by template and state.
DROP INDEX document_by_round;
CREATE INDEX document_by_round ON document (round_id, template, state) WHERE round_id IS NOT NULL;

-- Honorees by given name, filtered by type and a part of the name.
DROP INDEX honoree_in_order;
CREATE INDEX honoree_listed ON honoree (sort_key, honoree_type, name_fold);

-- Nominations of rounds, counted by type, state and whether something is asked about them.
CREATE INDEX nomination_counted
  ON nomination (round_id, state, honoree_type, (kind IS NULL OR problems <> '[]'));

-- Awards of nominations that were given at a conference.
CREATE INDEX award_presented ON award (nomination_id) WHERE nomination_id IS NOT NULL AND conference_id IS NOT NULL;

-- Awards counted by kind, authority and type of honoree.
CREATE INDEX award_counted ON award (year, kind, kind_name, authority, honoree_type);
