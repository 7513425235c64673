-- The first structure. Tables that hold facts have an integer key `id`; every change to them is written to the journal.
-- Dates are ISO 8601 texts, times RFC 3339 with offset, so that order of text is order of time within one zone.

CREATE TABLE agency (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  valid_from TEXT NOT NULL UNIQUE,
  profile TEXT NOT NULL CHECK (json_valid(profile))
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  year INTEGER NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE honoree (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  honoree_type TEXT NOT NULL CHECK (honoree_type IN ('collective', 'household', 'individual')),
  name TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth TEXT,
  position TEXT,
  unit TEXT,
  name_fold TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX honoree_by_name ON honoree (honoree_type, name_fold);
CREATE INDEX honoree_in_order ON honoree (sort_key, id);

CREATE TABLE honoree_spelling (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  honoree_id INTEGER NOT NULL REFERENCES honoree (id),
  as_written TEXT NOT NULL,
  UNIQUE (honoree_id, as_written)
) STRICT;

CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('exported', 'attached', 'imported', 'issued', 'certificates')),
  added_at TEXT NOT NULL,
  UNIQUE (sha256, name, role)
) STRICT;

CREATE TABLE nomination (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES round (id),
  honoree_id INTEGER NOT NULL REFERENCES honoree (id),
  -- The honoree as nominated.
  honoree_type TEXT NOT NULL CHECK (honoree_type IN ('collective', 'household', 'individual')),
  name TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth TEXT,
  position TEXT,
  unit TEXT,
  kind TEXT,
  kind_as_written TEXT NOT NULL,
  achievement TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'conferred')),
  source_file_id INTEGER REFERENCES file (id),
  source_name TEXT,
  source_row INTEGER,
  problems TEXT NOT NULL CHECK (json_valid(problems))
) STRICT;
CREATE INDEX nomination_in_order ON nomination (round_id, honoree_type, id);
CREATE INDEX nomination_by_honoree ON nomination (honoree_id);
CREATE INDEX nomination_by_file ON nomination (source_file_id) WHERE source_file_id IS NOT NULL;

CREATE TABLE conference (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  date TEXT,
  place TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  template TEXT NOT NULL,
  round_id INTEGER REFERENCES round (id),
  conference_id INTEGER REFERENCES conference (id),
  document_id INTEGER REFERENCES document (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued')),
  title TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  symbol TEXT NOT NULL,
  issuer TEXT NOT NULL DEFAULT '',
  date TEXT,
  own_values TEXT NOT NULL CHECK (json_valid(own_values)),
  text TEXT NOT NULL,
  facts TEXT CHECK (facts IS NULL OR json_valid(facts)),
  file_id INTEGER REFERENCES file (id),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((round_id IS NOT NULL) + (conference_id IS NOT NULL) + (document_id IS NOT NULL) <= 1),
  CHECK (state = 'draft' OR (number <> '' AND date IS NOT NULL))
) STRICT;
-- `07` and `7` are the same number of the register.
CREATE UNIQUE INDEX document_number ON document (ltrim(upper(trim(number)), '0'), symbol, issuer, substr(date, 1, 4))
  WHERE state = 'issued';
CREATE INDEX document_by_round ON document (round_id) WHERE round_id IS NOT NULL;
CREATE INDEX document_by_conference ON document (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX document_by_document ON document (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX document_by_file ON document (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX document_by_change ON document (changed_at);

CREATE TABLE award (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  honoree_id INTEGER NOT NULL REFERENCES honoree (id),
  -- The honoree as named in the decision.
  honoree_type TEXT NOT NULL CHECK (honoree_type IN ('collective', 'household', 'individual')),
  name TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth TEXT,
  position TEXT,
  unit TEXT,
  kind TEXT NOT NULL,
  kind_name TEXT NOT NULL,
  authority TEXT NOT NULL,
  achievement TEXT NOT NULL,
  period TEXT NOT NULL,
  year INTEGER,
  decision TEXT NOT NULL,
  date TEXT,
  document_id INTEGER REFERENCES document (id),
  conference_id INTEGER REFERENCES conference (id),
  nomination_id INTEGER REFERENCES nomination (id)
) STRICT;
CREATE INDEX award_by_honoree ON award (honoree_id, year);
CREATE INDEX award_by_year ON award (year);
CREATE INDEX award_by_decision ON award (decision, date) WHERE decision <> '';
CREATE INDEX award_by_document ON award (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX award_by_conference ON award (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX award_by_nomination ON award (nomination_id) WHERE nomination_id IS NOT NULL;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_id INTEGER NOT NULL REFERENCES file (id),
  round_id INTEGER REFERENCES round (id),
  conference_id INTEGER REFERENCES conference (id),
  document_id INTEGER REFERENCES document (id),
  honoree_id INTEGER REFERENCES honoree (id),
  award_id INTEGER REFERENCES award (id),
  CHECK ((round_id IS NOT NULL) + (conference_id IS NOT NULL) + (document_id IS NOT NULL)
    + (honoree_id IS NOT NULL) + (award_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX attachment_to_round ON attachment (round_id, file_id) WHERE round_id IS NOT NULL;
CREATE UNIQUE INDEX attachment_to_conference ON attachment (conference_id, file_id) WHERE conference_id IS NOT NULL;
CREATE UNIQUE INDEX attachment_to_document ON attachment (document_id, file_id) WHERE document_id IS NOT NULL;
CREATE UNIQUE INDEX attachment_to_honoree ON attachment (honoree_id, file_id) WHERE honoree_id IS NOT NULL;
CREATE UNIQUE INDEX attachment_to_award ON attachment (award_id, file_id) WHERE award_id IS NOT NULL;
CREATE INDEX attachment_of_file ON attachment (file_id);

-- The journal. `changes` is last so that lists of entries need not read it.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  action TEXT NOT NULL,
  about TEXT,
  of_number INTEGER REFERENCES journal (number),
  hash TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal row does not change'); END;
CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal row is not removed'); END;
CREATE TRIGGER journal_replaces_nothing BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number AND NEW.number > 0)
BEGIN SELECT RAISE(ABORT, 'a journal row is only added at the end'); END;

-- Which entries changed which thing; made from `changes`.
CREATE TABLE journal_touch (
  thing TEXT NOT NULL,
  journal INTEGER NOT NULL REFERENCES journal (number),
  PRIMARY KEY (thing, journal)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_touch_by_journal ON journal_touch (journal);

-- What can be taken back (undone = 0, the last first) and done again (undone = 1, the first first).
CREATE TABLE undo_step (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  journal INTEGER NOT NULL REFERENCES journal (number),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX undo_step_by_journal ON undo_step (journal);

-- What is issued or kept does not change. Only taking a change back through the gate may, and that is journalled:
-- `undoing()` is true there alone, and unknown to other programs, whose writes therefore fail.
CREATE TRIGGER issued_document_stays BEFORE UPDATE ON document WHEN OLD.state = 'issued' AND NOT undoing()
BEGIN SELECT RAISE(ABORT, 'an issued document does not change'); END;
CREATE TRIGGER issued_document_is_kept BEFORE DELETE ON document WHEN OLD.state = 'issued' AND NOT undoing()
BEGIN SELECT RAISE(ABORT, 'an issued document is not removed'); END;
CREATE TRIGGER issued_award_stays BEFORE UPDATE OF honoree_type, name, gender, birth, position, unit, kind, kind_name,
  authority, achievement, period, year, decision, date, document_id, nomination_id ON award
WHEN OLD.document_id IS NOT NULL AND NOT undoing()
BEGIN SELECT RAISE(ABORT, 'an award of an issued document does not change'); END;
CREATE TRIGGER issued_award_is_kept BEFORE DELETE ON award WHEN OLD.document_id IS NOT NULL AND NOT undoing()
BEGIN SELECT RAISE(ABORT, 'an award of an issued document is not removed'); END;
CREATE TRIGGER file_stays BEFORE UPDATE ON file WHEN NOT undoing()
BEGIN SELECT RAISE(ABORT, 'a kept file does not change'); END;
CREATE TRIGGER file_is_kept BEFORE DELETE ON file WHEN NOT undoing()
BEGIN SELECT RAISE(ABORT, 'a kept file is not removed'); END;

-- Decisions of others that awards name, each once, for search. Made from `award` by triggers.
CREATE TABLE cited_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  decision TEXT NOT NULL,
  date TEXT NOT NULL,
  awards INTEGER NOT NULL,
  UNIQUE (decision, date)
) STRICT;
CREATE TRIGGER award_cites AFTER INSERT ON award WHEN NEW.document_id IS NULL AND NEW.decision <> '' BEGIN
  INSERT INTO cited_decision (decision, date, awards) VALUES (NEW.decision, coalesce(NEW.date, ''), 1)
    ON CONFLICT (decision, date) DO UPDATE SET awards = awards + 1;
END;
CREATE TRIGGER award_no_longer_cites AFTER DELETE ON award WHEN OLD.document_id IS NULL AND OLD.decision <> '' BEGIN
  UPDATE cited_decision SET awards = awards - 1 WHERE decision = OLD.decision AND date = coalesce(OLD.date, '');
  DELETE FROM cited_decision WHERE decision = OLD.decision AND date = coalesce(OLD.date, '') AND awards = 0;
END;
CREATE TRIGGER award_cites_other_before AFTER UPDATE OF decision, date, document_id ON award
WHEN OLD.document_id IS NULL AND OLD.decision <> '' BEGIN
  UPDATE cited_decision SET awards = awards - 1 WHERE decision = OLD.decision AND date = coalesce(OLD.date, '');
  DELETE FROM cited_decision WHERE decision = OLD.decision AND date = coalesce(OLD.date, '') AND awards = 0;
END;
CREATE TRIGGER award_cites_other_after AFTER UPDATE OF decision, date, document_id ON award
WHEN NEW.document_id IS NULL AND NEW.decision <> '' BEGIN
  INSERT INTO cited_decision (decision, date, awards) VALUES (NEW.decision, coalesce(NEW.date, ''), 1)
    ON CONFLICT (decision, date) DO UPDATE SET awards = awards + 1;
END;

-- Full text. One row for each thing; its rowid is the kind (1 honoree, 2 document, 3 conference, 4 round, 5 cited
-- decision) times 2^40 plus the thing's number, so that the newest of a kind are found without sorting. `exact` has the
-- text as written, `plain` without marks. Kept right by triggers, so that undo keeps it right too.
CREATE VIRTUAL TABLE search USING fts5 (
  exact, plain, content = '', contentless_delete = 1, detail = column, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 0"
);

CREATE VIEW honoree_text (id, title, text, at) AS
SELECT id, name,
  concat_ws(' · ', name, (SELECT group_concat(as_written, ' · ') FROM honoree_spelling WHERE honoree_id = honoree.id),
    nullif(position, ''), nullif(unit, '')),
  changed_at
FROM honoree;
CREATE VIEW document_text (id, title, text, at) AS
SELECT id, title,
  concat_ws(' · ', nullif(concat_ws('/', nullif(number, ''), nullif(symbol, '')), ''), title, nullif(text, '')),
  coalesce(date, changed_at)
FROM document;
CREATE VIEW conference_text (id, title, text, at) AS
SELECT id, name,
  concat_ws(' · ', name, nullif(place, ''), nullif(facts ->> '$.chairName', ''), nullif(facts ->> '$.results', ''),
    nullif(facts ->> '$.goal', ''), nullif(facts ->> '$.tasks', '')),
  coalesce(date, changed_at)
FROM conference;
CREATE VIEW round_text (id, title, text, at) AS
SELECT id, name, concat_ws(' · ', name, year), changed_at FROM round;
CREATE VIEW cited_decision_text (id, title, text, at) AS
SELECT id, decision, decision, date FROM cited_decision;

CREATE TRIGGER honoree_found_new AFTER INSERT ON honoree BEGIN
  INSERT INTO search (rowid, exact, plain)
    SELECT (1 << 40) + id, nfc(text), fold(text) FROM honoree_text WHERE id = NEW.id;
END;
CREATE TRIGGER honoree_found AFTER UPDATE OF name, position, unit ON honoree BEGIN
  DELETE FROM search WHERE rowid = (1 << 40) + OLD.id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (1 << 40) + id, nfc(text), fold(text) FROM honoree_text WHERE id = NEW.id;
END;
CREATE TRIGGER honoree_found_no_more AFTER DELETE ON honoree BEGIN
  DELETE FROM search WHERE rowid = (1 << 40) + OLD.id;
END;
CREATE TRIGGER spelling_found_new AFTER INSERT ON honoree_spelling BEGIN
  DELETE FROM search WHERE rowid = (1 << 40) + NEW.honoree_id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (1 << 40) + id, nfc(text), fold(text) FROM honoree_text WHERE id = NEW.honoree_id;
END;
CREATE TRIGGER spelling_found_no_more AFTER DELETE ON honoree_spelling BEGIN
  DELETE FROM search WHERE rowid = (1 << 40) + OLD.honoree_id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (1 << 40) + id, nfc(text), fold(text) FROM honoree_text WHERE id = OLD.honoree_id;
END;
CREATE TRIGGER document_found_new AFTER INSERT ON document BEGIN
  INSERT INTO search (rowid, exact, plain)
    SELECT (2 << 40) + id, nfc(text), fold(text) FROM document_text WHERE id = NEW.id;
END;
CREATE TRIGGER document_found AFTER UPDATE OF title, number, symbol, text ON document BEGIN
  DELETE FROM search WHERE rowid = (2 << 40) + OLD.id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (2 << 40) + id, nfc(text), fold(text) FROM document_text WHERE id = NEW.id;
END;
CREATE TRIGGER document_found_no_more AFTER DELETE ON document BEGIN
  DELETE FROM search WHERE rowid = (2 << 40) + OLD.id;
END;
CREATE TRIGGER conference_found_new AFTER INSERT ON conference BEGIN
  INSERT INTO search (rowid, exact, plain)
    SELECT (3 << 40) + id, nfc(text), fold(text) FROM conference_text WHERE id = NEW.id;
END;
CREATE TRIGGER conference_found AFTER UPDATE OF name, place, facts ON conference BEGIN
  DELETE FROM search WHERE rowid = (3 << 40) + OLD.id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (3 << 40) + id, nfc(text), fold(text) FROM conference_text WHERE id = NEW.id;
END;
CREATE TRIGGER conference_found_no_more AFTER DELETE ON conference BEGIN
  DELETE FROM search WHERE rowid = (3 << 40) + OLD.id;
END;
CREATE TRIGGER round_found_new AFTER INSERT ON round BEGIN
  INSERT INTO search (rowid, exact, plain)
    SELECT (4 << 40) + id, nfc(text), fold(text) FROM round_text WHERE id = NEW.id;
END;
CREATE TRIGGER round_found AFTER UPDATE OF name, year ON round BEGIN
  DELETE FROM search WHERE rowid = (4 << 40) + OLD.id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (4 << 40) + id, nfc(text), fold(text) FROM round_text WHERE id = NEW.id;
END;
CREATE TRIGGER round_found_no_more AFTER DELETE ON round BEGIN
  DELETE FROM search WHERE rowid = (4 << 40) + OLD.id;
END;
CREATE TRIGGER cited_decision_found_new AFTER INSERT ON cited_decision BEGIN
  INSERT INTO search (rowid, exact, plain)
    SELECT (5 << 40) + id, nfc(text), fold(text) FROM cited_decision_text WHERE id = NEW.id;
END;
CREATE TRIGGER cited_decision_found_no_more AFTER DELETE ON cited_decision BEGIN
  DELETE FROM search WHERE rowid = (5 << 40) + OLD.id;
END;
