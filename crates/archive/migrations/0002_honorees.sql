-- Honorees over the years: who was merged into whom, who are known not to be the same, units under their dated names;
-- and what finds likely duplicates and the texts of units without reading every row.

-- A merged honoree's row is gone; here is what it was and what came from it, so that it can be taken apart years later.
-- `merged_id` stays its identifier for ever; it leads to `honoree_id`, which may have been merged itself since.
CREATE TABLE honoree_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  merged_id INTEGER NOT NULL UNIQUE,
  honoree_id INTEGER NOT NULL,
  -- The merged honoree's own row.
  honoree TEXT NOT NULL CHECK (json_valid(honoree)),
  -- Rows that came from it, by table: {"award": [7, 9], "nomination": [3]}.
  came TEXT NOT NULL CHECK (json_valid(came)),
  -- Rows that the other one had already, by table.
  had TEXT NOT NULL CHECK (json_valid(had)),
  -- Rows of it that said what the other one had too, whole, by table; and spellings that the merge added, by number.
  doubled TEXT NOT NULL CHECK (json_valid(doubled)),
  added TEXT NOT NULL CHECK (json_valid(added)),
  -- What the merge changed in the other one's row.
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  merged_at TEXT NOT NULL,
  who TEXT NOT NULL,
  CHECK (merged_id <> honoree_id)
) STRICT;
CREATE INDEX honoree_merge_by_honoree ON honoree_merge (honoree_id);

-- A list may write a name as another did.
CREATE INDEX honoree_spelling_by_text ON honoree_spelling (as_written);

-- Two that look alike and are not the same. They may be merged into others since, so no reference holds them.
CREATE TABLE honoree_different (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  honoree_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  said_at TEXT NOT NULL,
  who TEXT NOT NULL,
  CHECK (honoree_id < other_id),
  UNIQUE (honoree_id, other_id)
) STRICT;
CREATE INDEX honoree_different_by_other ON honoree_different (other_id);

-- A unit is one organisation however often it is renamed. Another organisation that followed it is a unit of its own.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The name it has now or had last; made from `unit_name` by those who write there.
  name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Its names, each from a day (none: as long as known) until before another (none: still).
CREATE TABLE unit_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  -- False for another way of writing it, met in lists.
  official INTEGER NOT NULL CHECK (official IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from < valid_to)
) STRICT;
CREATE INDEX unit_name_by_unit ON unit_name (unit_id);
CREATE INDEX unit_name_by_fold ON unit_name (name_fold);

-- Which unit followed which, from a day on: several into one is a merger, one into several a split.
CREATE TABLE unit_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_id INTEGER NOT NULL REFERENCES unit (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  day TEXT NOT NULL,
  CHECK (from_id <> unit_id),
  UNIQUE (from_id, unit_id)
) STRICT;
CREATE INDEX unit_link_by_unit ON unit_link (unit_id);

-- What follows is made from the facts by triggers.

-- Keys under which likely duplicates meet: the kind of evidence in the high bits, strongest first, then a hash
-- (`duplicate_keys` of the program). Blocks are the keys that at least two share.
CREATE TABLE honoree_key (
  key INTEGER NOT NULL,
  honoree_id INTEGER NOT NULL,
  PRIMARY KEY (key, honoree_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX honoree_key_by_honoree ON honoree_key (honoree_id);
CREATE TABLE honoree_block (
  key INTEGER PRIMARY KEY,
  size INTEGER NOT NULL
) STRICT;
CREATE VIEW honoree_keys (key, honoree_id) AS
SELECT j.value, h.id FROM honoree h, json_each(duplicate_keys(h.honoree_type, h.name, h.birth, h.unit,
  (SELECT group_concat(as_written, char(10)) FROM honoree_spelling WHERE honoree_id = h.id))) j;

INSERT INTO honoree_key (key, honoree_id) SELECT DISTINCT key, honoree_id FROM honoree_keys ORDER BY 1, 2;
INSERT INTO honoree_block (key, size)
  SELECT key, count(*) FROM honoree_key GROUP BY key HAVING count(*) > 1;

CREATE TRIGGER honoree_key_meets AFTER INSERT ON honoree_key BEGIN
  INSERT INTO honoree_block (key, size) SELECT NEW.key, 2
    WHERE EXISTS (SELECT 1 FROM honoree_key WHERE key = NEW.key AND honoree_id <> NEW.honoree_id)
    ON CONFLICT (key) DO UPDATE SET size = size + 1;
END;
CREATE TRIGGER honoree_key_parts AFTER DELETE ON honoree_key BEGIN
  UPDATE honoree_block SET size = size - 1 WHERE key = OLD.key;
  DELETE FROM honoree_block WHERE key = OLD.key AND size < 2;
END;
CREATE TRIGGER honoree_keyed_new AFTER INSERT ON honoree BEGIN
  INSERT OR IGNORE INTO honoree_key (key, honoree_id)
    SELECT key, honoree_id FROM honoree_keys WHERE honoree_id = NEW.id;
END;
CREATE TRIGGER honoree_keyed AFTER UPDATE OF honoree_type, name, birth, unit ON honoree BEGIN
  DELETE FROM honoree_key WHERE honoree_id = OLD.id;
  INSERT OR IGNORE INTO honoree_key (key, honoree_id)
    SELECT key, honoree_id FROM honoree_keys WHERE honoree_id = NEW.id;
END;
CREATE TRIGGER honoree_keyed_no_more AFTER DELETE ON honoree BEGIN
  DELETE FROM honoree_key WHERE honoree_id = OLD.id;
END;
CREATE TRIGGER spelling_keyed_new AFTER INSERT ON honoree_spelling BEGIN
  INSERT OR IGNORE INTO honoree_key (key, honoree_id)
    SELECT key, honoree_id FROM honoree_keys WHERE honoree_id = NEW.honoree_id;
END;
CREATE TRIGGER spelling_keyed_no_more AFTER DELETE ON honoree_spelling BEGIN
  DELETE FROM honoree_key WHERE honoree_id = OLD.honoree_id;
  INSERT OR IGNORE INTO honoree_key (key, honoree_id)
    SELECT key, honoree_id FROM honoree_keys WHERE honoree_id = OLD.honoree_id;
END;
CREATE TRIGGER spelling_keyed_elsewhere AFTER UPDATE OF honoree_id, as_written ON honoree_spelling BEGIN
  DELETE FROM honoree_key WHERE honoree_id IN (OLD.honoree_id, NEW.honoree_id);
  INSERT OR IGNORE INTO honoree_key (key, honoree_id)
    SELECT key, honoree_id FROM honoree_keys WHERE honoree_id IN (OLD.honoree_id, NEW.honoree_id);
END;
-- A spelling that changes hands is found with its new honoree.
CREATE TRIGGER spelling_found_elsewhere AFTER UPDATE OF honoree_id, as_written ON honoree_spelling BEGIN
  DELETE FROM search WHERE rowid IN ((1 << 40) + OLD.honoree_id, (1 << 40) + NEW.honoree_id);
  INSERT INTO search (rowid, exact, plain)
    SELECT (1 << 40) + id, nfc(text), fold(text) FROM honoree_text WHERE id IN (OLD.honoree_id, NEW.honoree_id);
END;

-- The texts that stand for units, each once, as written on honorees, nominations and awards.
CREATE TABLE unit_text (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL UNIQUE,
  text_fold TEXT NOT NULL,
  uses INTEGER NOT NULL
) STRICT;
CREATE INDEX unit_text_by_fold ON unit_text (text_fold);
CREATE INDEX unit_text_by_use ON unit_text (uses);
CREATE INDEX honoree_by_unit ON honoree (unit, sort_key) WHERE unit IS NOT NULL;
CREATE INDEX award_by_unit ON award (unit, year) WHERE unit IS NOT NULL;

INSERT INTO unit_text (text, text_fold, uses)
  SELECT unit, fold(unit), sum(uses) FROM (
    SELECT unit, count(*) AS uses FROM award WHERE unit IS NOT NULL GROUP BY unit
    UNION ALL SELECT unit, count(*) FROM honoree WHERE unit IS NOT NULL GROUP BY unit
    UNION ALL SELECT unit, count(*) FROM nomination WHERE unit IS NOT NULL GROUP BY unit)
  GROUP BY unit;
CREATE TRIGGER award_names_unit AFTER INSERT ON award WHEN NEW.unit IS NOT NULL BEGIN
  INSERT INTO unit_text (text, text_fold, uses) VALUES (NEW.unit, fold(NEW.unit), 1)
    ON CONFLICT (text) DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER award_names_unit_no_more AFTER DELETE ON award WHEN OLD.unit IS NOT NULL BEGIN
  UPDATE unit_text SET uses = uses - 1 WHERE text = OLD.unit;
  DELETE FROM unit_text WHERE text = OLD.unit AND uses = 0;
END;
CREATE TRIGGER award_names_other_unit AFTER UPDATE OF unit ON award WHEN OLD.unit IS NOT NEW.unit BEGIN
  UPDATE unit_text SET uses = uses - 1 WHERE text = OLD.unit;
  DELETE FROM unit_text WHERE text = OLD.unit AND uses = 0;
  INSERT INTO unit_text (text, text_fold, uses) SELECT NEW.unit, fold(NEW.unit), 1 WHERE NEW.unit IS NOT NULL
    ON CONFLICT (text) DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER honoree_names_unit AFTER INSERT ON honoree WHEN NEW.unit IS NOT NULL BEGIN
  INSERT INTO unit_text (text, text_fold, uses) VALUES (NEW.unit, fold(NEW.unit), 1)
    ON CONFLICT (text) DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER honoree_names_unit_no_more AFTER DELETE ON honoree WHEN OLD.unit IS NOT NULL BEGIN
  UPDATE unit_text SET uses = uses - 1 WHERE text = OLD.unit;
  DELETE FROM unit_text WHERE text = OLD.unit AND uses = 0;
END;
CREATE TRIGGER honoree_names_other_unit AFTER UPDATE OF unit ON honoree WHEN OLD.unit IS NOT NEW.unit BEGIN
  UPDATE unit_text SET uses = uses - 1 WHERE text = OLD.unit;
  DELETE FROM unit_text WHERE text = OLD.unit AND uses = 0;
  INSERT INTO unit_text (text, text_fold, uses) SELECT NEW.unit, fold(NEW.unit), 1 WHERE NEW.unit IS NOT NULL
    ON CONFLICT (text) DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER nomination_names_unit AFTER INSERT ON nomination WHEN NEW.unit IS NOT NULL BEGIN
  INSERT INTO unit_text (text, text_fold, uses) VALUES (NEW.unit, fold(NEW.unit), 1)
    ON CONFLICT (text) DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER nomination_names_unit_no_more AFTER DELETE ON nomination WHEN OLD.unit IS NOT NULL BEGIN
  UPDATE unit_text SET uses = uses - 1 WHERE text = OLD.unit;
  DELETE FROM unit_text WHERE text = OLD.unit AND uses = 0;
END;
CREATE TRIGGER nomination_names_other_unit AFTER UPDATE OF unit ON nomination WHEN OLD.unit IS NOT NEW.unit BEGIN
  UPDATE unit_text SET uses = uses - 1 WHERE text = OLD.unit;
  DELETE FROM unit_text WHERE text = OLD.unit AND uses = 0;
  INSERT INTO unit_text (text, text_fold, uses) SELECT NEW.unit, fold(NEW.unit), 1 WHERE NEW.unit IS NOT NULL
    ON CONFLICT (text) DO UPDATE SET uses = uses + 1;
END;
