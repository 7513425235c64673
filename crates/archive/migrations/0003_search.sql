-- Search over the text of kept files, filters on awards, saved searches.

-- The text of each kept content, once for each SHA-256, whatever names it is kept under. Made from the files: `waiting`
-- until the reader has been there, and again at any time. `tries` counts how often reading began, so that a file on
-- which the program died is given up. `empty` has no text (a scan), `other` is no kind of file that is read.
CREATE TABLE kept_text (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'read', 'empty', 'other', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX kept_text_waiting ON kept_text (id) WHERE state = 'waiting';

-- In the index, kind 6: a content under all its names.
CREATE VIEW kept_text_text (id, title, text, at) AS
SELECT id, (SELECT name FROM file WHERE file.sha256 = kept_text.sha256 ORDER BY file.id DESC LIMIT 1),
  concat_ws(' · ', (SELECT group_concat(DISTINCT name) FROM file WHERE file.sha256 = kept_text.sha256), nullif(text, '')),
  (SELECT max(added_at) FROM file WHERE file.sha256 = kept_text.sha256)
FROM kept_text;

CREATE TRIGGER file_has_text AFTER INSERT ON file BEGIN
  INSERT INTO kept_text (sha256) VALUES (NEW.sha256) ON CONFLICT (sha256) DO NOTHING;
  DELETE FROM search WHERE rowid = (SELECT (6 << 40) + id FROM kept_text WHERE sha256 = NEW.sha256);
  INSERT INTO search (rowid, exact, plain)
    SELECT (6 << 40) + t.id, nfc(t.text), fold(t.text) FROM kept_text k JOIN kept_text_text t ON t.id = k.id
    WHERE k.sha256 = NEW.sha256;
END;
CREATE TRIGGER file_has_text_no_more AFTER DELETE ON file BEGIN
  DELETE FROM search WHERE rowid = (SELECT (6 << 40) + id FROM kept_text WHERE sha256 = OLD.sha256);
  DELETE FROM kept_text WHERE sha256 = OLD.sha256 AND NOT EXISTS (SELECT 1 FROM file WHERE sha256 = OLD.sha256);
  INSERT INTO search (rowid, exact, plain)
    SELECT (6 << 40) + t.id, nfc(t.text), fold(t.text) FROM kept_text k JOIN kept_text_text t ON t.id = k.id
    WHERE k.sha256 = OLD.sha256;
END;
CREATE TRIGGER kept_text_found AFTER UPDATE OF text ON kept_text BEGIN
  DELETE FROM search WHERE rowid = (6 << 40) + OLD.id;
  INSERT INTO search (rowid, exact, plain)
    SELECT (6 << 40) + id, nfc(text), fold(text) FROM kept_text_text WHERE id = NEW.id;
END;

-- Files kept before this step: their names are found at once, their text once it is read.
INSERT INTO kept_text (sha256) SELECT DISTINCT sha256 FROM file ORDER BY id;
INSERT INTO search (rowid, exact, plain) SELECT (6 << 40) + id, nfc(text), fold(text) FROM kept_text_text;

-- Awards by what they are filtered by, newest first; by unit they are already.
CREATE INDEX award_by_kind ON award (kind, year);
CREATE INDEX award_by_authority ON award (authority, year);

-- Searches that the officer named, as the interface asked them.
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  request TEXT NOT NULL CHECK (json_valid(request)),
  changed_at TEXT NOT NULL
) STRICT;
