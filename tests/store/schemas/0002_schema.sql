PRAGMA application_id = 1397900081;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'surco','0001_first_season','2026-11-23 02:21:31.432936+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'surco','0002_the_office','2026-11-23 02:21:31.460829+00:00');
CREATE TABLE adaptation (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  change TEXT NOT NULL CHECK (length(change) <= 2000),
  reason TEXT NOT NULL CHECK (length(reason) <= 2000),
  evidence TEXT CHECK (length(evidence) <= 2000),
  agreed_by TEXT NOT NULL CHECK (length(agreed_by) <= 400),
  donor_informed INTEGER CHECK (donor_informed IN (0, 1)),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE answer (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  attempt BLOB NOT NULL CHECK (length(attempt) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  item BLOB NOT NULL CHECK (length(item) = 16),
  choice TEXT NOT NULL CHECK (length(choice) <= 10),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE attempt (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  form BLOB NOT NULL CHECK (length(form) = 16),
  phase TEXT NOT NULL CHECK (phase IN ('pre', 'post')),
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  interpreted INTEGER NOT NULL CHECK (interpreted IN (0, 1)),
  declined INTEGER NOT NULL CHECK (declined IN (0, 1)),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE attendance (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  card BLOB CHECK (length(card) = 16),
  crew BLOB CHECK (length(crew) = 16),
  way TEXT NOT NULL CHECK (way IN ('camera', 'scanner', 'typed', 'sheet', 'photo', 'walk_in')),
  scan BLOB CHECK (length(scan) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE audio_piece (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  sha256 TEXT NOT NULL CHECK (length(sha256) <= 64),
  place INTEGER NOT NULL,
  data BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 49152),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE audit (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  action TEXT NOT NULL CHECK (length(action) <= 60),
  target BLOB CHECK (length(target) = 16),
  detail TEXT CHECK (length(detail) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE authorisation (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('module', 'referral', 'confidentiality', 'test_giving', 'interpreting')),
  module TEXT CHECK (length(module) <= 20),
  since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  evidence TEXT CHECK (length(evidence) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE authorisation_now (
  id BLOB PRIMARY KEY NOT NULL,
  person BLOB,
  kind TEXT,
  module TEXT,
  since TEXT,
  until TEXT,
  evidence TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE availability (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  weekday INTEGER,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  starts TEXT CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends TEXT CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
  note TEXT CHECK (length(note) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE availability_now (
  id BLOB PRIMARY KEY NOT NULL,
  person BLOB,
  since TEXT,
  until TEXT,
  weekday INTEGER,
  present INTEGER,
  starts TEXT,
  ends TEXT,
  note TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE break_window (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  venue BLOB CHECK (length(venue) = 16),
  crew BLOB CHECK (length(crew) = 16),
  weekday INTEGER NOT NULL,
  starts TEXT NOT NULL CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
  kind TEXT CHECK (length(kind) <= 40),
  legal_rest_minutes INTEGER,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE break_window_now (
  id BLOB PRIMARY KEY NOT NULL,
  venue BLOB,
  crew BLOB,
  weekday INTEGER,
  starts TEXT,
  ends TEXT,
  kind TEXT,
  legal_rest_minutes INTEGER,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE bridge (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB CHECK (length(session) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('late_joiner', 'refresher')),
  minutes INTEGER,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE card (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 10),
  number INTEGER NOT NULL,
  batch TEXT CHECK (length(batch) <= 60),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE card_assignment (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  card BLOB NOT NULL CHECK (length(card) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE card_block (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  first INTEGER NOT NULL,
  size INTEGER NOT NULL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE card_cancel (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  card BLOB NOT NULL CHECK (length(card) = 16),
  reason TEXT CHECK (length(reason) <= 60),
  good_card BLOB CHECK (length(good_card) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE certificate (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  crop TEXT NOT NULL CHECK (length(crop) <= 40),
  folio TEXT NOT NULL CHECK (length(folio) <= 40),
  check_code TEXT NOT NULL CHECK (length(check_code) <= 20),
  topics INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE clock_correction (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE closure (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  scope TEXT NOT NULL CHECK (scope IN ('all', 'partner', 'company', 'place', 'venue', 'season', 'outcome')),
  target BLOB CHECK (length(target) = 16),
  starts TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (length(reason) <= 200),
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE closure_now (
  id BLOB PRIMARY KEY NOT NULL,
  scope TEXT,
  target BLOB,
  starts TEXT,
  ends TEXT,
  reason TEXT,
  note TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE company (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  kind TEXT NOT NULL CHECK (kind IN ('mill', 'tobacco', 'association', 'grower', 'other')),
  sector TEXT CHECK (length(sector) <= 40),
  place BLOB CHECK (length(place) = 16),
  agreement TEXT CHECK (length(agreement) <= 200),
  jurisdiction TEXT CHECK (length(jurisdiction) <= 40),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE company_now (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT,
  kind TEXT,
  sector TEXT,
  place BLOB,
  agreement TEXT,
  jurisdiction TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE consent (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  purpose TEXT NOT NULL CHECK (length(purpose) <= 40),
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  text_version TEXT CHECK (length(text_version) <= 40),
  how TEXT CHECK (how IN ('oral', 'written', 'list')),
  replaces BLOB CHECK (length(replaces) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE cover (run BLOB PRIMARY KEY NOT NULL, n INTEGER NOT NULL) STRICT;
CREATE TABLE crew (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 20),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  season BLOB NOT NULL CHECK (length(season) = 16),
  company BLOB CHECK (length(company) = 16),
  venue BLOB CHECK (length(venue) = 16),
  leader TEXT CHECK (length(leader) <= 200),
  sector TEXT NOT NULL CHECK (length(sector) <= 40),
  partner BLOB CHECK (length(partner) = 16),
  expected INTEGER,
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE crew_now (
  id BLOB PRIMARY KEY NOT NULL,
  code TEXT,
  name TEXT,
  season BLOB,
  company BLOB,
  venue BLOB,
  leader TEXT,
  sector TEXT,
  partner BLOB,
  expected INTEGER,
  note TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE curriculum (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  crop TEXT NOT NULL CHECK (length(crop) <= 40),
  version INTEGER NOT NULL,
  title_es TEXT CHECK (length(title_es) <= 200),
  title_en TEXT CHECK (length(title_en) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE delivery (
  package INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, at INTEGER NOT NULL,
  sessions INTEGER NOT NULL, people INTEGER NOT NULL
) STRICT;
CREATE TABLE device (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 80),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE device_key (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  public TEXT NOT NULL CHECK (length(public) <= 64),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE edit (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  entity BLOB NOT NULL CHECK (length(entity) = 16),
  tbl TEXT NOT NULL CHECK (length(tbl) <= 40),
  field TEXT NOT NULL CHECK (length(field) <= 40),
  value TEXT CHECK (length(value) <= 20000),
  gen INTEGER NOT NULL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE erased (subject BLOB PRIMARY KEY NOT NULL CHECK (length(subject) = 16)) STRICT;
CREATE TABLE erasure (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  subject BLOB NOT NULL CHECK (length(subject) = 16),
  stage TEXT NOT NULL CHECK (stage IN ('request', 'block', 'suppress')),
  authority TEXT CHECK (length(authority) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE erasure_authority (device BLOB PRIMARY KEY NOT NULL CHECK (length(device) = 16)) STRICT;
CREATE TABLE feedback (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  face INTEGER NOT NULL,
  comment TEXT CHECK (length(comment) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE hand_count (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  phase TEXT NOT NULL CHECK (phase IN ('pre', 'post')),
  item BLOB NOT NULL CHECK (length(item) = 16),
  correct INTEGER NOT NULL,
  total INTEGER NOT NULL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE head (
  entity BLOB NOT NULL, tbl TEXT NOT NULL, field TEXT NOT NULL, id BLOB NOT NULL, gen INTEGER NOT NULL, value TEXT,
  PRIMARY KEY (entity, field, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE home_base (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  venue BLOB CHECK (length(venue) = 16),
  latitude REAL,
  longitude REAL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE home_base_now (
  id BLOB PRIMARY KEY NOT NULL,
  person BLOB,
  venue BLOB,
  latitude REAL,
  longitude REAL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE import_batch (
  batch INTEGER PRIMARY KEY, at INTEGER NOT NULL, operator TEXT NOT NULL, copy TEXT, conflicts INTEGER NOT NULL
) STRICT;
CREATE TABLE import_log (
  sha TEXT NOT NULL, schema INTEGER NOT NULL, path TEXT, at INTEGER, device BLOB, seen INTEGER, new INTEGER,
  dup INTEGER, clash INTEGER, erased INTEGER, quarantined INTEGER, PRIMARY KEY (sha, schema)
) STRICT;
CREATE TABLE import_package (
  sha TEXT PRIMARY KEY NOT NULL, batch INTEGER NOT NULL, name TEXT NOT NULL, device BLOB, laptop TEXT NOT NULL,
  operator TEXT NOT NULL, package INTEGER, exported_at INTEGER, project_tag INTEGER
) STRICT;
CREATE TABLE indicator (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 20),
  donor_code TEXT CHECK (length(donor_code) <= 40),
  name_es TEXT NOT NULL CHECK (length(name_es) <= 200),
  name_en TEXT NOT NULL CHECK (length(name_en) <= 200),
  rule TEXT NOT NULL CHECK (length(rule) <= 60),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE indicator_comment (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  period BLOB NOT NULL CHECK (length(period) = 16),
  indicator TEXT NOT NULL CHECK (length(indicator) <= 60),
  words TEXT NOT NULL CHECK (length(words) <= 4000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE indicator_now (
  id BLOB PRIMARY KEY NOT NULL,
  code TEXT,
  donor_code TEXT,
  name_es TEXT,
  name_en TEXT,
  rule TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE item (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  module BLOB NOT NULL CHECK (length(module) = 16),
  number INTEGER NOT NULL,
  starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
  text_es TEXT NOT NULL CHECK (length(text_es) <= 1000),
  text_en TEXT CHECK (length(text_en) <= 1000),
  options TEXT CHECK (length(options) <= 4000),
  answer TEXT NOT NULL CHECK (length(answer) <= 10),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE language (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 40),
  group_name TEXT CHECK (length(group_name) <= 80),
  variant TEXT CHECK (length(variant) <= 120),
  iso639_3 TEXT CHECK (length(iso639_3) <= 3),
  autonym TEXT CHECK (length(autonym) <= 80),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE language_now (
  id BLOB PRIMARY KEY NOT NULL,
  code TEXT,
  group_name TEXT,
  variant TEXT,
  iso639_3 TEXT,
  autonym TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE link (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  a BLOB NOT NULL CHECK (length(a) = 16),
  b BLOB NOT NULL CHECK (length(b) = 16),
  same INTEGER NOT NULL CHECK (same IN (0, 1)),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE local (key TEXT PRIMARY KEY NOT NULL, value TEXT) STRICT;
CREATE TABLE local_insert (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  company BLOB NOT NULL CHECK (length(company) = 16),
  module TEXT NOT NULL CHECK (length(module) <= 20),
  text_es TEXT NOT NULL CHECK (length(text_es) <= 2000),
  text_en TEXT CHECK (length(text_en) <= 2000),
  checked_on TEXT CHECK (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE local_insert_now (
  id BLOB PRIMARY KEY NOT NULL,
  company BLOB,
  module TEXT,
  text_es TEXT,
  text_en TEXT,
  checked_on TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE membership (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  crew BLOB NOT NULL CHECK (length(crew) = 16),
  since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE membership_now (
  id BLOB PRIMARY KEY NOT NULL,
  person BLOB,
  crew BLOB,
  since TEXT,
  until TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE milestone (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  standard TEXT NOT NULL CHECK (length(standard) <= 200),
  version TEXT CHECK (length(version) <= 40),
  body TEXT CHECK (length(body) <= 200),
  status TEXT CHECK (length(status) <= 40),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reached_on TEXT CHECK (reached_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE milestone_now (
  id BLOB PRIMARY KEY NOT NULL,
  standard TEXT,
  version TEXT,
  body TEXT,
  status TEXT,
  due TEXT,
  reached_on TEXT,
  note TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE module (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  curriculum BLOB NOT NULL CHECK (length(curriculum) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 20),
  level INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  title_es TEXT CHECK (length(title_es) <= 200),
  title_en TEXT CHECK (length(title_en) <= 200),
  neutral_es TEXT CHECK (length(neutral_es) <= 200),
  neutral_en TEXT CHECK (length(neutral_en) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE outreach (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  channel TEXT NOT NULL CHECK (length(channel) <= 60),
  audience TEXT CHECK (length(audience) <= 120),
  place TEXT CHECK (length(place) <= 120),
  language TEXT CHECK (length(language) <= 40),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  people INTEGER NOT NULL,
  counted TEXT NOT NULL CHECK (counted IN ('counted', 'estimated', 'platform')),
  partner BLOB CHECK (length(partner) = 16),
  about_channels INTEGER CHECK (about_channels IN (0, 1)),
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE override (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB CHECK (length(session) = 16),
  crew BLOB CHECK (length(crew) = 16),
  module TEXT NOT NULL CHECK (length(module) <= 20),
  reason TEXT NOT NULL CHECK (length(reason) <= 60),
  note TEXT CHECK (length(note) <= 2000),
  coordinator TEXT CHECK (length(coordinator) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE partner (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  short TEXT CHECK (length(short) <= 40),
  kind TEXT CHECK (length(kind) <= 40),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE partner_now (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT,
  short TEXT,
  kind TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE people_import (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  sha256 TEXT NOT NULL CHECK (length(sha256) <= 64),
  imported INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE period (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 60),
  starts TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE period_close (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  period BLOB NOT NULL CHECK (length(period) = 16),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) <= 64),
  figures INTEGER NOT NULL,
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE period_figure (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  close BLOB NOT NULL CHECK (length(close) = 16),
  indicator TEXT NOT NULL CHECK (length(indicator) <= 60),
  breakdown TEXT CHECK (length(breakdown) <= 40),
  grp TEXT CHECK (length(grp) <= 200),
  actual INTEGER,
  part INTEGER,
  whole INTEGER,
  cumulative INTEGER,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE period_now (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT,
  starts TEXT,
  ends TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE person (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('worker', 'promoter', 'interpreter', 'coordinator', 'private')),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  sex TEXT CHECK (sex IN ('F', 'M', 'X')),
  age_group TEXT CHECK (age_group IN ('<15', '15-17', '18-24', '25-34', '35-44', '45-59', '60+')),
  language TEXT CHECK (length(language) <= 40),
  migrant INTEGER CHECK (migrant IN (0, 1)),
  origin TEXT CHECK (length(origin) <= 200),
  partner BLOB CHECK (length(partner) = 16),
  organisation BLOB CHECK (length(organisation) = 16),
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE person_alias (id BLOB PRIMARY KEY NOT NULL, person BLOB NOT NULL) STRICT;
CREATE TABLE person_language (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  language TEXT NOT NULL CHECK (length(language) <= 40),
  level TEXT CHECK (length(level) <= 40),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE person_now (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT,
  name TEXT,
  sex TEXT,
  age_group TEXT,
  language TEXT,
  migrant INTEGER,
  origin TEXT,
  partner BLOB,
  organisation BLOB,
  note TEXT,
  wall INTEGER NOT NULL,
  name_key TEXT
) STRICT;
CREATE TABLE place (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('state', 'municipality', 'locality')),
  parent BLOB CHECK (length(parent) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  inegi TEXT CHECK (length(inegi) <= 20),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE place_now (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT,
  parent BLOB,
  name TEXT,
  inegi TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE preflight (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  check_code TEXT NOT NULL CHECK (length(check_code) <= 60),
  ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE printed_page (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 10),
  page INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('attendance', 'tests')),
  session BLOB NOT NULL CHECK (length(session) = 16),
  rows_on_page INTEGER NOT NULL,
  people TEXT NOT NULL CHECK (length(people) <= 20000),
  form BLOB CHECK (length(form) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE prior_training (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  topic TEXT NOT NULL CHECK (length(topic) <= 200),
  by_whom TEXT CHECK (length(by_whom) <= 200),
  held_on TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  evidence TEXT CHECK (length(evidence) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE project (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  tag INTEGER NOT NULL,
  donor TEXT CHECK (length(donor) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE project_now (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT,
  tag INTEGER,
  donor TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE quarantine (
  sha TEXT NOT NULL, tbl TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (sha, tbl, body)
) STRICT;
CREATE TABLE question_audio (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  recording TEXT NOT NULL CHECK (length(recording) <= 64),
  item TEXT NOT NULL CHECK (length(item) <= 40),
  sha256 TEXT NOT NULL CHECK (length(sha256) <= 64),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE rating (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  period BLOB CHECK (length(period) = 16),
  outcome TEXT NOT NULL CHECK (length(outcome) <= 200),
  aspect TEXT NOT NULL CHECK (aspect IN ('achievement', 'sustainability')),
  level TEXT NOT NULL CHECK (level IN ('low', 'moderate', 'high')),
  justification TEXT NOT NULL CHECK (length(justification) <= 4000),
  replaces BLOB CHECK (length(replaces) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE recording (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  module TEXT NOT NULL CHECK (length(module) <= 20),
  language TEXT NOT NULL CHECK (length(language) <= 40),
  file TEXT NOT NULL CHECK (length(file) <= 200),
  sha256 TEXT NOT NULL CHECK (length(sha256) <= 64),
  seconds INTEGER,
  speaker TEXT NOT NULL CHECK (length(speaker) <= 200),
  speaker_consent TEXT NOT NULL CHECK (speaker_consent GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recorded_on TEXT CHECK (recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_off_by TEXT CHECK (length(signed_off_by) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE recording_now (
  id BLOB PRIMARY KEY NOT NULL,
  module TEXT,
  language TEXT,
  file TEXT,
  sha256 TEXT,
  seconds INTEGER,
  speaker TEXT,
  speaker_consent TEXT,
  recorded_on TEXT,
  signed_off_by TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE referral (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB CHECK (length(session) = 16),
  offered INTEGER NOT NULL CHECK (offered IN (0, 1)),
  channel TEXT CHECK (length(channel) <= 60),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE reported_figure (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  indicator BLOB NOT NULL CHECK (length(indicator) = 16),
  partner BLOB CHECK (length(partner) = 16),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  amount INTEGER NOT NULL,
  evidence TEXT CHECK (length(evidence) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE restatement (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  close BLOB NOT NULL CHECK (length(close) = 16),
  indicator TEXT NOT NULL CHECK (length(indicator) <= 60),
  reason TEXT NOT NULL CHECK (length(reason) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE run (
  run BLOB PRIMARY KEY NOT NULL CHECK (length(run) = 12),
  device BLOB NOT NULL CHECK (length(device) = 16),
  started INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  operator TEXT CHECK (length(operator) <= 200),
  app TEXT CHECK (length(app) <= 40)
) STRICT, WITHOUT ROWID;
CREATE TABLE sample (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 120),
  frozen_on TEXT NOT NULL CHECK (frozen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  definition TEXT NOT NULL CHECK (length(definition) <= 4000),
  people INTEGER NOT NULL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE sample_person (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  sample BLOB NOT NULL CHECK (length(sample) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE scan (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  code TEXT CHECK (length(code) <= 10),
  card BLOB CHECK (length(card) = 16),
  person BLOB CHECK (length(person) = 16),
  state TEXT NOT NULL CHECK (state IN ('other_crew', 'unknown', 'blank', 'cancelled')),
  way TEXT NOT NULL CHECK (way IN ('camera', 'scanner', 'typed', 'sheet', 'photo', 'walk_in')),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE scan_answer (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  scan BLOB NOT NULL CHECK (length(scan) = 16),
  answer TEXT NOT NULL CHECK (answer IN ('counted', 'registered', 'dismissed')),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE sealed_note (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB CHECK (length(session) = 16),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recipient TEXT NOT NULL CHECK (length(recipient) <= 80),
  body TEXT NOT NULL CHECK (length(body) <= 8000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE season (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  sector TEXT NOT NULL CHECK (length(sector) <= 40),
  company BLOB CHECK (length(company) = 16),
  starts TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  timezone TEXT CHECK (length(timezone) <= 60),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE season_now (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT,
  sector TEXT,
  company BLOB,
  starts TEXT,
  ends TEXT,
  timezone TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE session (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code TEXT NOT NULL CHECK (length(code) <= 60),
  kind TEXT NOT NULL CHECK (kind IN ('training', 'refresher', 'bridge', 'community', 'private_sector', 'promoter_training')),
  crew BLOB CHECK (length(crew) = 16),
  module TEXT CHECK (length(module) <= 20),
  curriculum BLOB CHECK (length(curriculum) = 16),
  venue BLOB CHECK (length(venue) = 16),
  season BLOB CHECK (length(season) = 16),
  held_on TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  starts TEXT NOT NULL CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
  promoter BLOB CHECK (length(promoter) = 16),
  modality TEXT CHECK (modality IN ('in_person', 'virtual', 'phone', 'radio')),
  language TEXT CHECK (length(language) <= 40),
  state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'held', 'not_held', 'reopened')),
  reason TEXT CHECK (length(reason) <= 60),
  note TEXT CHECK (length(note) <= 4000),
  pinned INTEGER CHECK (pinned IN (0, 1)),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE session_now (
  id BLOB PRIMARY KEY NOT NULL,
  code TEXT,
  kind TEXT,
  crew BLOB,
  module TEXT,
  curriculum BLOB,
  venue BLOB,
  season BLOB,
  held_on TEXT,
  starts TEXT,
  ends TEXT,
  promoter BLOB,
  modality TEXT,
  language TEXT,
  state TEXT,
  reason TEXT,
  note TEXT,
  pinned INTEGER,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE session_staff (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  role TEXT NOT NULL CHECK (role IN ('promoter', 'interpreter', 'coordinator')),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE session_step (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  step TEXT NOT NULL CHECK (step IN ('attendance', 'pre_test', 'topic', 'post_test', 'closing')),
  event TEXT NOT NULL CHECK (event IN ('started', 'finished', 'skipped')),
  card_number INTEGER,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE setting (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  key TEXT NOT NULL CHECK (length(key) <= 80),
  value TEXT CHECK (length(value) <= 20000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE setting_now (
  id BLOB PRIMARY KEY NOT NULL,
  key TEXT,
  value TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE sheet_row (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  printed_page BLOB NOT NULL CHECK (length(printed_page) = 16),
  row_on_page INTEGER NOT NULL,
  person BLOB CHECK (length(person) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE supersede (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  base BLOB NOT NULL CHECK (length(base) = 16),
  by_edit BLOB NOT NULL CHECK (length(by_edit) = 16),
  entity BLOB NOT NULL CHECK (length(entity) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE target (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  indicator BLOB NOT NULL CHECK (length(indicator) = 16),
  period BLOB CHECK (length(period) = 16),
  partner BLOB CHECK (length(partner) = 16),
  value REAL,
  owner TEXT CHECK (length(owner) <= 200),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE target_now (
  id BLOB PRIMARY KEY NOT NULL,
  indicator BLOB,
  period BLOB,
  partner BLOB,
  value REAL,
  owner TEXT,
  due TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE test_form (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  module BLOB NOT NULL CHECK (length(module) = 16),
  short INTEGER NOT NULL CHECK (short IN (0, 1)),
  items TEXT NOT NULL CHECK (length(items) <= 2000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE topic_place (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  crop TEXT NOT NULL CHECK (length(crop) <= 40),
  module TEXT NOT NULL CHECK (length(module) <= 20),
  taught INTEGER NOT NULL CHECK (taught IN (0, 1)),
  gen INTEGER NOT NULL,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE topic_text (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  module TEXT NOT NULL CHECK (length(module) <= 20),
  language TEXT NOT NULL CHECK (length(language) <= 40),
  part TEXT NOT NULL CHECK (part IN ('title', 'script', 'sheet')),
  words TEXT NOT NULL CHECK (length(words) <= 8000),
  speaker TEXT NOT NULL CHECK (length(speaker) <= 200),
  signed_on TEXT NOT NULL CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_off_by TEXT CHECK (length(signed_off_by) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE topic_text_now (
  id BLOB PRIMARY KEY NOT NULL,
  module TEXT,
  language TEXT,
  part TEXT,
  words TEXT,
  speaker TEXT,
  signed_on TEXT,
  signed_off_by TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE topic_version (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  module TEXT NOT NULL CHECK (length(module) <= 20),
  version INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (length(body) <= 200000),
  note TEXT CHECK (length(note) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE travel_time (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  a BLOB NOT NULL CHECK (length(a) = 16),
  b BLOB NOT NULL CHECK (length(b) = 16),
  minutes INTEGER NOT NULL,
  note TEXT CHECK (length(note) <= 200),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE travel_time_now (
  id BLOB PRIMARY KEY NOT NULL,
  a BLOB,
  b BLOB,
  minutes INTEGER,
  note TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE unnamed_presence (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  session BLOB NOT NULL CHECK (length(session) = 16),
  sex TEXT CHECK (sex IN ('F', 'M', 'X')),
  age_group TEXT CHECK (age_group IN ('<15', '15-17', '18-24', '25-34', '35-44', '45-59', '60+')),
  language TEXT CHECK (length(language) <= 40),
  reason TEXT NOT NULL CHECK (reason IN ('no_consent', 'minor')),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE variant (
  tbl TEXT NOT NULL, id BLOB NOT NULL, subject BLOB, body TEXT NOT NULL, PRIMARY KEY (tbl, id, body)
) STRICT;
CREATE TABLE venue (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('front', 'albergue', 'shed', 'office', 'plaza', 'other')),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  company BLOB CHECK (length(company) = 16),
  place BLOB CHECK (length(place) = 16),
  latitude REAL,
  longitude REAL,
  hospital TEXT CHECK (length(hospital) <= 200),
  hospital_phone TEXT CHECK (length(hospital_phone) <= 40),
  hospital_minutes INTEGER,
  note TEXT CHECK (length(note) <= 1000),
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE venue_now (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT,
  name TEXT,
  company BLOB,
  place BLOB,
  latitude REAL,
  longitude REAL,
  hospital TEXT,
  hospital_phone TEXT,
  hospital_minutes INTEGER,
  note TEXT,
  wall INTEGER NOT NULL
) STRICT;
CREATE TABLE void (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  target BLOB NOT NULL CHECK (length(target) = 16),
  tbl TEXT NOT NULL CHECK (length(tbl) <= 40),
  reason TEXT CHECK (length(reason) <= 200),
  subject BLOB CHECK (length(subject) = 16),
  wall INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX place_now_by_parent ON place_now (parent);
CREATE INDEX venue_now_by_company ON venue_now (company);
CREATE INDEX break_window_now_by_venue_weekday ON break_window_now (venue, weekday);
CREATE INDEX break_window_now_by_crew_weekday ON break_window_now (crew, weekday);
CREATE INDEX setting_now_by_key ON setting_now (key);
CREATE INDEX crew_now_by_season ON crew_now (season);
CREATE INDEX crew_now_by_code ON crew_now (code);
CREATE INDEX person_now_by_name_key ON person_now (name_key);
CREATE INDEX person_now_by_kind_name_key ON person_now (kind, name_key);
CREATE INDEX membership_now_by_crew ON membership_now (crew);
CREATE INDEX membership_now_by_person ON membership_now (person);
CREATE INDEX authorisation_now_by_person ON authorisation_now (person);
CREATE INDEX session_now_by_held_on ON session_now (held_on);
CREATE INDEX session_now_by_crew ON session_now (crew);
CREATE INDEX session_now_by_state ON session_now (state);
CREATE INDEX session_now_by_code ON session_now (code);
CREATE INDEX consent_by_person ON consent (person);
CREATE INDEX person_language_by_person ON person_language (person);
CREATE INDEX card_by_code ON card (code);
CREATE INDEX card_by_number ON card (number);
CREATE INDEX card_assignment_by_card ON card_assignment (card);
CREATE INDEX card_assignment_by_person ON card_assignment (person);
CREATE INDEX card_cancel_by_card ON card_cancel (card);
CREATE INDEX prior_training_by_person ON prior_training (person);
CREATE INDEX link_by_a ON link (a);
CREATE INDEX link_by_b ON link (b);
CREATE INDEX session_staff_by_session ON session_staff (session);
CREATE INDEX attendance_by_session_person ON attendance (session, person);
CREATE INDEX attendance_by_person_session ON attendance (person, session);
CREATE INDEX unnamed_presence_by_session ON unnamed_presence (session);
CREATE INDEX scan_by_session ON scan (session);
CREATE INDEX scan_answer_by_scan ON scan_answer (scan);
CREATE INDEX session_step_by_session ON session_step (session);
CREATE INDEX preflight_by_session ON preflight (session);
CREATE INDEX override_by_crew ON override (crew);
CREATE INDEX bridge_by_person ON bridge (person);
CREATE INDEX feedback_by_session ON feedback (session);
CREATE INDEX module_by_curriculum_code ON module (curriculum, code);
CREATE INDEX item_by_module ON item (module);
CREATE INDEX attempt_by_session_phase ON attempt (session, phase);
CREATE INDEX attempt_by_person ON attempt (person);
CREATE INDEX answer_by_attempt ON answer (attempt);
CREATE INDEX hand_count_by_session ON hand_count (session);
CREATE INDEX edit_by_entity_field ON edit (entity, field);
CREATE INDEX supersede_by_base ON supersede (base);
CREATE INDEX void_by_target ON void (target);
CREATE INDEX erasure_by_subject ON erasure (subject);
CREATE INDEX person_alias_by_person ON person_alias (person);
CREATE INDEX availability_now_by_person ON availability_now (person);
CREATE INDEX home_base_now_by_person ON home_base_now (person);
CREATE INDEX recording_now_by_module_language ON recording_now (module, language);
CREATE INDEX topic_text_now_by_module_language ON topic_text_now (module, language);
CREATE INDEX local_insert_now_by_company ON local_insert_now (company);
CREATE INDEX local_insert_now_by_module ON local_insert_now (module);
CREATE INDEX period_close_by_period ON period_close (period);
CREATE INDEX period_figure_by_close ON period_figure (close);
CREATE INDEX restatement_by_close ON restatement (close);
CREATE INDEX indicator_comment_by_period ON indicator_comment (period);
CREATE INDEX sample_person_by_sample ON sample_person (sample);
CREATE INDEX reported_figure_by_indicator ON reported_figure (indicator);
CREATE INDEX device_key_by_device ON device_key (device);
CREATE INDEX clock_correction_by_device ON clock_correction (device);
CREATE INDEX printed_page_by_code_page ON printed_page (code, page);
CREATE INDEX printed_page_by_session ON printed_page (session);
CREATE INDEX sheet_row_by_printed_page ON sheet_row (printed_page);
CREATE INDEX certificate_by_person ON certificate (person);
CREATE INDEX certificate_by_check_code ON certificate (check_code);
CREATE INDEX certificate_by_folio ON certificate (folio);
CREATE INDEX topic_version_by_module ON topic_version (module);
CREATE INDEX topic_place_by_crop_module ON topic_place (crop, module);
CREATE INDEX audio_piece_by_sha256_place ON audio_piece (sha256, place);
CREATE INDEX question_audio_by_recording_item ON question_audio (recording, item);
COMMIT;
