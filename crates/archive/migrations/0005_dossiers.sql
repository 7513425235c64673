-- What the officer completed of a dossier (hồ sơ): fields that are not known from elsewhere, and which papers are in. A
-- conference or document without a row has a dossier too, as the program proposes it.
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conference_id INTEGER REFERENCES conference (id),
  document_id INTEGER REFERENCES document (id),
  details TEXT NOT NULL CHECK (json_valid(details)),
  changed_at TEXT NOT NULL,
  CHECK ((conference_id IS NOT NULL) + (document_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX dossier_of_conference ON dossier (conference_id) WHERE conference_id IS NOT NULL;
CREATE UNIQUE INDEX dossier_of_document ON dossier (document_id) WHERE document_id IS NOT NULL;

-- Whose awards a decision holds decides how long it is kept.
CREATE INDEX award_by_document_and_authority ON award (document_id, authority) WHERE document_id IS NOT NULL;
DROP INDEX award_by_document;
