import type { Migration } from './migration.ts';

/** The insurer, and the people who work in the workbook. Nobody is ever removed: the trail names them. */
export const peopleStep: Migration = {
  version: 100,
  name: 'people',
  sql: `
CREATE TABLE insurer (
  only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  short_name TEXT CHECK (length(short_name) BETWEEN 1 AND 60),
  address    TEXT CHECK (length(address) BETWEEN 1 AND 500),
  licence    TEXT CHECK (length(licence) BETWEEN 1 AND 200),
  logo       BLOB CHECK (length(logo) BETWEEN 1 AND 524288),
  logo_type  TEXT CHECK (logo_type IN ('image/png', 'image/svg+xml')),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  CHECK ((logo IS NULL) = (logo_type IS NULL))
) STRICT;

CREATE TRIGGER insurer_no_delete BEFORE DELETE ON insurer
BEGIN SELECT RAISE(ABORT, 'the insurer cannot be removed'); END;

CREATE TABLE profiles (
  id              TEXT PRIMARY KEY CHECK (length(id) = 36),
  name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  initials        TEXT NOT NULL CHECK (length(initials) BETWEEN 1 AND 6),
  role            TEXT NOT NULL CHECK (role IN ('assistant', 'underwriter', 'senior', 'head')),
  email           TEXT CHECK (length(email) BETWEEN 1 AND 254),
  limits          TEXT NOT NULL CHECK (json_valid(limits)),
  passphrase_salt TEXT CHECK (length(passphrase_salt) = 32 AND passphrase_salt NOT GLOB '*[^0-9a-f]*'),
  passphrase_hash TEXT CHECK (length(passphrase_hash) = 64 AND passphrase_hash NOT GLOB '*[^0-9a-f]*'),
  passphrase_cost INTEGER CHECK (passphrase_cost BETWEEN 32768 AND 1048576),
  public_key      TEXT CHECK (length(public_key) BETWEEN 1 AND 200),
  added_at        TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  updated_at      TEXT NOT NULL CHECK (updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  retired_at      TEXT CHECK (retired_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  CHECK ((passphrase_salt IS NULL) = (passphrase_hash IS NULL)),
  CHECK ((passphrase_salt IS NULL) = (passphrase_cost IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER profiles_no_replace BEFORE INSERT ON profiles
WHEN EXISTS (SELECT 1 FROM profiles WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a profile cannot be replaced'); END;

CREATE TRIGGER profiles_id_fixed BEFORE UPDATE ON profiles
WHEN NEW.id IS NOT OLD.id OR NEW.added_at IS NOT OLD.added_at
BEGIN SELECT RAISE(ABORT, 'the identity of a profile cannot be changed'); END;

CREATE TRIGGER profiles_retired_stays BEFORE UPDATE ON profiles
WHEN OLD.retired_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a retired profile stays as it is'); END;

CREATE TRIGGER profiles_no_delete BEFORE DELETE ON profiles
BEGIN SELECT RAISE(ABORT, 'a profile cannot be removed'); END;
`,
};
