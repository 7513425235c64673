-- Registers: links between documents, the registry's series of numbers, identity numbers of individuals.

-- A number of the registry is given once for a symbol, an issuer and a year, however it is typed: case, blanks, leading
-- zeros and decomposed letters apart. Triggers, not an index, so that an archive in which two older documents differ by
-- such things alone still opens; the register shows them. `document_number` of the first step stays as it is. The
-- triggers look before the row is written, so that OR REPLACE cannot push an issued document out either.
CREATE INDEX document_by_year ON document (substr(date, 1, 4)) WHERE state = 'issued';
CREATE TRIGGER number_given_once_new BEFORE INSERT ON document WHEN NEW.state = 'issued' AND EXISTS (
  SELECT 1 FROM document WHERE state = 'issued' AND substr(date, 1, 4) = substr(NEW.date, 1, 4)
    AND number_key(number) = number_key(NEW.number) AND register_key(symbol) = register_key(NEW.symbol)
    AND register_key(issuer) = register_key(NEW.issuer))
BEGIN SELECT RAISE(ABORT, 'the number is given already'); END;
CREATE TRIGGER number_given_once BEFORE UPDATE OF state, number, symbol, issuer, date ON document
WHEN NEW.state = 'issued' AND EXISTS (
  SELECT 1 FROM document WHERE state = 'issued' AND id <> NEW.id AND substr(date, 1, 4) = substr(NEW.date, 1, 4)
    AND number_key(number) = number_key(NEW.number) AND register_key(symbol) = register_key(NEW.symbol)
    AND register_key(issuer) = register_key(NEW.issuer))
BEGIN SELECT RAISE(ABORT, 'the number is given already'); END;

-- What a later document does to an earlier one. It counts once the later one is issued, and stays from then on.
CREATE TABLE document_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document (id),
  earlier_id INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('replaces', 'amends', 'corrects', 'recalls', 'cancels')),
  UNIQUE (document_id, earlier_id),
  CHECK (document_id <> earlier_id)
) STRICT;
CREATE INDEX document_link_to ON document_link (earlier_id);
CREATE TRIGGER link_is_to_issued BEFORE INSERT ON document_link
WHEN (SELECT state FROM document WHERE id = NEW.earlier_id) IS NOT 'issued'
BEGIN SELECT RAISE(ABORT, 'only an issued document is replaced, amended, corrected, recalled or cancelled'); END;
CREATE TRIGGER issued_link_stays BEFORE UPDATE ON document_link
WHEN (SELECT state FROM document WHERE id = OLD.document_id) = 'issued' AND NOT undoing()
BEGIN SELECT RAISE(ABORT, 'a link of an issued document does not change'); END;
CREATE TRIGGER issued_link_is_kept BEFORE DELETE ON document_link
WHEN (SELECT state FROM document WHERE id = OLD.document_id) = 'issued' AND NOT undoing()
BEGIN SELECT RAISE(ABORT, 'a link of an issued document is not removed'); END;
-- Undoing too: what another document speaks of stays issued.
CREATE TRIGGER linked_document_stays_issued BEFORE UPDATE OF state ON document
WHEN OLD.state = 'issued' AND NEW.state <> 'issued' AND EXISTS (SELECT 1 FROM document_link WHERE earlier_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'another document speaks of it'); END;

-- The series in which the registry gives numbers, as the agency's head decided; `types` and `bodies` are lists of
-- abbreviations (empty = all that no other series claims), `apart` counts each type and body by itself.
CREATE TABLE number_series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  types TEXT NOT NULL CHECK (json_valid(types)),
  bodies TEXT NOT NULL CHECK (json_valid(bodies)),
  apart INTEGER NOT NULL CHECK (apart IN (0, 1)),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  first_number INTEGER NOT NULL CHECK (first_number >= 1),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;

-- What the registry gave a number to that no document of this archive has.
CREATE TABLE number_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  strand TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  note TEXT NOT NULL,
  UNIQUE (series_id, strand, year, number)
) STRICT;

-- Columns of the register that the document itself does not tell.
CREATE TABLE register_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  kept_by TEXT NOT NULL,
  copies TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  remark TEXT NOT NULL
) STRICT;

-- Identity numbers, asked for by lists of the State level only. Not in the search index: found by the whole number.
ALTER TABLE honoree ADD COLUMN identity TEXT;
ALTER TABLE nomination ADD COLUMN identity TEXT;
CREATE INDEX honoree_by_identity ON honoree (identity) WHERE identity IS NOT NULL;
CREATE INDEX nomination_by_identity ON nomination (identity) WHERE identity IS NOT NULL;
