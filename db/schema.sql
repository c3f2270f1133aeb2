-- The compiled directory. Any SQLite browser opens it; nothing in it needs this program to be read.
-- Made by `python -m desktop_app.authoring compile`: change the YAML files, never this file's rows.
--
-- application_id 0x57544331 ("WTC1") says that it is ours, user_version is the schema (see meta).
-- Times are UK wall-clock time in minutes after midnight; dates are YYYY-MM-DD text.
-- "position" keeps the order in which the YAML file lists things.

PRAGMA application_id = 0x57544331;
PRAGMA user_version = 2;

-- ------------------------------------------------------------------ the edition

-- release, dated, next_expected_by, schema, note; digest: SHA-256 over every input; seal: CRC-32 over
-- the whole file but the eight letters of the figure itself, so that a damaged file is noticed. made_up_numbers stands there
-- ("true") where they are to practise with and ring nobody: no release and no installer is made of that.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- What the directory is for; exactly one row. The id never changes: it stands in the signed manifest and
-- in the name of a release too.
CREATE TABLE area (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- What can be typed there. slug: the council a postcode must lead to ('' for the others).
CREATE TABLE area_example (
    kind     TEXT NOT NULL CHECK (kind IN ('postcode', 'place', 'number')),
    position INTEGER PRIMARY KEY,
    text     TEXT NOT NULL,
    slug     TEXT NOT NULL
) STRICT;

-- Whose data is in here, and what their licences ask to be said.
CREATE TABLE attribution (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    text     TEXT NOT NULL,
    licence  TEXT NOT NULL
) STRICT;

-- ------------------------------------------------------------------ what we read

CREATE TABLE document (
    id        TEXT PRIMARY KEY,
    position  INTEGER NOT NULL,
    title     TEXT NOT NULL,
    publisher TEXT NOT NULL,
    dated     TEXT NOT NULL,              -- in words, as honest as the document
    address   TEXT NOT NULL,              -- shown as text, never opened
    year      INTEGER                     -- NULL when the document shows no date
) WITHOUT ROWID, STRICT;

-- The day on which a document was last read for this directory, where that was written down.
CREATE TABLE document_read (
    document TEXT PRIMARY KEY REFERENCES document (id),
    day      TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ the words we use

-- The parts a service can play, the people it can serve, the topics it can be about.
CREATE TABLE role (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- Roles whose lines are never rung to try them: emergency services, people in crisis. This table
-- came after the first files of this schema; a reader takes a file without it as one with no row.
CREATE TABLE role_never_rung (
    role TEXT PRIMARY KEY REFERENCES role (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE audience (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL
) WITHOUT ROWID, STRICT;
CREATE TABLE topic (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ who can be rung

CREATE TABLE organisation (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE organisation_name (          -- other names of the same organisation
    organisation TEXT NOT NULL REFERENCES organisation (id),
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    PRIMARY KEY (organisation, position)
) WITHOUT ROWID, STRICT;

-- number: the order of every list, the first to ring first (part played, rank, name).
CREATE TABLE service (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    summary      TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('in_use', 'reference', 'unconfirmed')),
    national     INTEGER NOT NULL CHECK (national IN (0, 1)),
    staff_only   INTEGER NOT NULL CHECK (staff_only IN (0, 1)),
    rank         INTEGER NOT NULL,        -- among services in the same role; smaller first
    cost         TEXT NOT NULL,           -- '' when no source says
    languages    TEXT NOT NULL
) STRICT;
CREATE INDEX service_national ON service (number) WHERE national = 1;

-- Where it works. A national service works in all councils of the area.
CREATE TABLE service_area (
    service INTEGER NOT NULL REFERENCES service (number),
    council TEXT NOT NULL,                -- ONS code; the council table holds its name
    PRIMARY KEY (service, council)
) WITHOUT ROWID, STRICT;
CREATE INDEX service_area_council ON service_area (council, service);

CREATE TABLE service_role (
    service  INTEGER NOT NULL REFERENCES service (number),
    position INTEGER NOT NULL,
    role     TEXT NOT NULL REFERENCES role (id),
    PRIMARY KEY (service, position)
) WITHOUT ROWID, STRICT;
CREATE INDEX service_role_role ON service_role (role, service);

CREATE TABLE service_audience (
    service  INTEGER NOT NULL REFERENCES service (number),
    position INTEGER NOT NULL,
    audience TEXT NOT NULL REFERENCES audience (id),
    PRIMARY KEY (service, position)
) WITHOUT ROWID, STRICT;

CREATE TABLE service_topic (
    service  INTEGER NOT NULL REFERENCES service (number),
    position INTEGER NOT NULL,
    topic    TEXT NOT NULL REFERENCES topic (id),
    PRIMARY KEY (service, position)
) WITHOUT ROWID, STRICT;

CREATE INDEX service_audience_audience ON service_audience (audience, service);
CREATE INDEX service_topic_topic ON service_topic (topic, service);

CREATE TABLE alias (                      -- old names, abbreviations, what people call it
    service  INTEGER NOT NULL REFERENCES service (number),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (service, position)
) WITHOUT ROWID, STRICT;

CREATE TABLE remark (                     -- notes, and what no source tells
    service  INTEGER NOT NULL REFERENCES service (number),
    kind     TEXT NOT NULL CHECK (kind IN ('note', 'gap')),
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (service, kind, position)
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ numbers

CREATE TABLE line (
    id            INTEGER PRIMARY KEY,
    service       INTEGER NOT NULL REFERENCES service (number),
    position      INTEGER NOT NULL,
    key           TEXT NOT NULL,          -- unique in its service: office, out-of-hours
    kind          TEXT NOT NULL CHECK (kind IN
        ('office_hours', 'out_of_hours', 'helpline', 'emergency', 'textphone', 'text', 'fax')),
    label         TEXT NOT NULL,
    number        TEXT NOT NULL,          -- +44… or a short code, without spaces: what is dialled
    display       TEXT NOT NULL,          -- the same digits as read aloud: 01582 547653
    menu_option   TEXT NOT NULL           -- keys to press once it answers: '2', '1 4'; mostly ''
        CHECK (menu_option NOT GLOB '*[^0-9*# ]*'),
    extension     TEXT NOT NULL           -- whom to be put through to: '214'; mostly ''
        CHECK (extension NOT GLOB '*[^0-9]*'),
    standing      TEXT NOT NULL CHECK (standing IN ('in_use', 'disputed', 'superseded')),
    outside_line  TEXT,                   -- key of the line it stands in for when that is not open
    note          TEXT NOT NULL,
    verified_on   TEXT,                   -- NULL in all three: nobody has checked this number
    verified_by   TEXT,
    verified_how  TEXT CHECK (verified_how IN ('rang_it', 'email', 'web_page')),
    verified_hours INTEGER NOT NULL DEFAULT 1   -- 0: the number was heard, its hours were not
        CHECK (verified_hours IN (0, 1)),
    UNIQUE (service, key),
    CHECK ((verified_on IS NULL) = (verified_by IS NULL)
       AND (verified_on IS NULL) = (verified_how IS NULL))
) STRICT;

-- One claim about the hours of a line; a line whose sources differ has several. None: not published.
CREATE TABLE hours_statement (
    id            INTEGER PRIMARY KEY,
    line          INTEGER NOT NULL REFERENCES line (id),
    position      INTEGER NOT NULL,
    basis         TEXT NOT NULL CHECK (basis IN ('published', 'assumed', 'always')),
    bank_holidays TEXT NOT NULL CHECK (bank_holidays IN ('closed', 'as_usual', 'not_stated')),
    document      TEXT REFERENCES document (id),
    valid_from    TEXT,
    UNIQUE (line, position)
) STRICT;

CREATE TABLE hours_span (
    statement INTEGER NOT NULL REFERENCES hours_statement (id),
    weekday   INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),          -- 0 is Monday
    opens     INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),         -- minutes after midnight
    closes    INTEGER NOT NULL CHECK (closes > opens AND closes <= 2880), -- past 1440: next day
    PRIMARY KEY (statement, weekday, opens)
) WITHOUT ROWID, STRICT;

-- The hours of one date, which beat every other rule.
CREATE TABLE hours_exception (
    id       INTEGER PRIMARY KEY,
    line     INTEGER NOT NULL REFERENCES line (id),
    date     TEXT NOT NULL,
    document TEXT REFERENCES document (id),
    note     TEXT NOT NULL,
    UNIQUE (line, date)
) STRICT;

CREATE TABLE hours_exception_span (       -- none: closed all day
    exception INTEGER NOT NULL REFERENCES hours_exception (id),
    opens     INTEGER NOT NULL,
    closes    INTEGER NOT NULL,
    PRIMARY KEY (exception, opens)
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ other ways to reach them

CREATE TABLE form (
    id         INTEGER PRIMARY KEY,
    service    INTEGER NOT NULL REFERENCES service (number),
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    how        TEXT NOT NULL,
    compulsory INTEGER NOT NULL CHECK (compulsory IN (0, 1)),
    address    TEXT NOT NULL,
    note       TEXT NOT NULL
) STRICT;

CREATE TABLE address (
    id       INTEGER PRIMARY KEY,
    service  INTEGER NOT NULL REFERENCES service (number),
    kind     TEXT NOT NULL CHECK (kind IN ('email', 'web')),
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    note     TEXT NOT NULL
) STRICT;

CREATE TABLE dispute (                    -- sources that cannot all be right
    id       INTEGER PRIMARY KEY,
    service  INTEGER NOT NULL REFERENCES service (number),
    position INTEGER NOT NULL,
    about    TEXT NOT NULL,
    text     TEXT NOT NULL
) STRICT;

-- Where each fact comes from. `fact` names the table, `fact_id` its row (for fact = 'service': NULL).
CREATE TABLE citation (
    id       INTEGER PRIMARY KEY,
    service  INTEGER NOT NULL REFERENCES service (number),
    fact     TEXT NOT NULL CHECK (fact IN ('service', 'line', 'form', 'address', 'dispute')),
    fact_id  INTEGER,
    document TEXT NOT NULL REFERENCES document (id),
    states   TEXT NOT NULL,               -- in our own words
    CHECK ((fact = 'service') = (fact_id IS NULL))
) STRICT;
CREATE INDEX citation_service ON citation (service);
CREATE INDEX line_service ON line (service);
CREATE INDEX form_service ON form (service);
CREATE INDEX address_service ON address (service);
CREATE INDEX dispute_service ON dispute (service);

-- ------------------------------------------------------------------ who answers elsewhere

-- These four tables came after the first files of this schema: a reader takes a file without them
-- as one that knows nobody elsewhere.

-- A council or trust that runs social services: an ONS code, or a word of our own.
CREATE TABLE body (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- Who answers in a council's area: a district's services are its county's. The days are UK days:
-- from first_day ('' for always so far) until the day before ended ('' where no end is known).
CREATE TABLE answering (
    council   TEXT NOT NULL,              -- ONS code; the council table holds its name
    first_day TEXT NOT NULL,
    ended     TEXT NOT NULL,
    tier      TEXT NOT NULL CHECK (tier IN
        ('district', 'unitary', 'metropolitan', 'london', 'wales', 'scotland')),
    county    TEXT REFERENCES body (id),  -- of a district
    children  TEXT NOT NULL REFERENCES body (id),
    adults    TEXT NOT NULL REFERENCES body (id),
    document  TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (council, first_day)
) WITHOUT ROWID, STRICT;

-- Which police force and which integrated care board serve a council's area, on the days as above. No
-- row: no document read says which.
CREATE TABLE serving (
    council   TEXT NOT NULL,
    part      TEXT NOT NULL CHECK (part IN ('police', 'icb')),
    first_day TEXT NOT NULL,
    ended     TEXT NOT NULL,
    body      TEXT NOT NULL REFERENCES body (id),
    document  TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (council, part, first_day)
) WITHOUT ROWID, STRICT;

-- Numbers of bodies elsewhere, one row a number: carried, not kept by this directory's steward.
CREATE TABLE front_door (
    id       INTEGER PRIMARY KEY,
    body     TEXT NOT NULL REFERENCES body (id),
    role     TEXT NOT NULL REFERENCES role (id),
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('office_hours', 'out_of_hours', 'helpline')),
    number   TEXT NOT NULL,
    display  TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('in_use', 'disputed')),
    always   INTEGER NOT NULL CHECK (always IN (0, 1)),
    document TEXT NOT NULL REFERENCES document (id),
    states   TEXT NOT NULL,
    note     TEXT NOT NULL,
    UNIQUE (body, role, position)
) STRICT;

-- Its published week, where there is one. None, and not always: no hours are stated.
CREATE TABLE front_door_span (
    door    INTEGER NOT NULL REFERENCES front_door (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    opens   INTEGER NOT NULL,
    closes  INTEGER NOT NULL,
    PRIMARY KEY (door, weekday, opens)
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ what to do

-- The steps of each concern: with one of our councils known ('local') or none ('elsewhere').
CREATE TABLE pathway (
    concern  TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    note     TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE pathway_step (
    concern  TEXT NOT NULL REFERENCES pathway (concern),
    place    TEXT NOT NULL CHECK (place IN ('local', 'elsewhere')),
    position INTEGER NOT NULL,
    role     TEXT NOT NULL REFERENCES role (id),
    part     TEXT NOT NULL CHECK (part IN ('lead', 'fallback', 'also')),
    purpose  TEXT NOT NULL,
    equal    INTEGER NOT NULL CHECK (equal IN (0, 1)),
    PRIMARY KEY (concern, place, position)
) WITHOUT ROWID, STRICT;

-- What holds when one circumstance was told (none for '': always): the concerns and places it counts
-- for, the steps it adds, the roles it takes out, and what must be read before a role's number.
CREATE TABLE rule (
    circumstance TEXT NOT NULL,           -- '' for a rule that waits for none
    position     INTEGER PRIMARY KEY,
    note         TEXT NOT NULL,
    serving      TEXT NOT NULL            -- 'men': leave out services that are for women alone
) STRICT;
CREATE TABLE rule_concern (
    rule    INTEGER NOT NULL REFERENCES rule (position),
    concern TEXT NOT NULL REFERENCES pathway (concern),
    PRIMARY KEY (rule, concern)
) WITHOUT ROWID, STRICT;
-- Further circumstances: told = 1 has to be told as well, told = 0 ends the rule.
CREATE TABLE rule_circumstance (
    rule         INTEGER NOT NULL REFERENCES rule (position),
    circumstance TEXT NOT NULL,
    told         INTEGER NOT NULL CHECK (told IN (0, 1)),
    PRIMARY KEY (rule, circumstance)
) WITHOUT ROWID, STRICT;
-- The councils a rule counts for, by short name; none: everywhere.
CREATE TABLE rule_place (
    rule  INTEGER NOT NULL REFERENCES rule (position),
    place TEXT NOT NULL,
    PRIMARY KEY (rule, place)
) WITHOUT ROWID, STRICT;
-- What has to be read before this role's number is rung.
CREATE TABLE rule_before (
    rule INTEGER NOT NULL REFERENCES rule (position),
    role TEXT NOT NULL REFERENCES role (id),
    text TEXT NOT NULL,
    PRIMARY KEY (rule, role)
) WITHOUT ROWID, STRICT;
CREATE TABLE rule_without (
    rule INTEGER NOT NULL REFERENCES rule (position),
    role TEXT NOT NULL REFERENCES role (id),
    PRIMARY KEY (rule, role)
) WITHOUT ROWID, STRICT;
CREATE TABLE rule_step (
    rule     INTEGER NOT NULL REFERENCES rule (position),
    position INTEGER NOT NULL,
    role     TEXT NOT NULL REFERENCES role (id),
    part     TEXT NOT NULL CHECK (part IN ('lead', 'fallback', 'also')),
    purpose  TEXT NOT NULL,
    equal    INTEGER NOT NULL CHECK (equal IN (0, 1)),
    PRIMARY KEY (rule, position)
) WITHOUT ROWID, STRICT;

-- What each pathway and rule rests on.
CREATE TABLE pathway_document (
    concern  TEXT NOT NULL REFERENCES pathway (concern),
    document TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (concern, document)
) WITHOUT ROWID, STRICT;
CREATE TABLE rule_document (
    rule     INTEGER NOT NULL REFERENCES rule (position),
    document TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (rule, document)
) WITHOUT ROWID, STRICT;

CREATE TABLE guidance (
    id       TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title    TEXT NOT NULL,
    summary  TEXT NOT NULL,
    body     TEXT NOT NULL                -- paragraphs, "## " headings and "- " lists
) WITHOUT ROWID, STRICT;
CREATE TABLE guidance_concern (
    guidance TEXT NOT NULL REFERENCES guidance (id),
    position INTEGER NOT NULL,
    concern  TEXT NOT NULL,
    PRIMARY KEY (guidance, position)
) WITHOUT ROWID, STRICT;
CREATE TABLE guidance_topic (
    guidance TEXT NOT NULL REFERENCES guidance (id),
    position INTEGER NOT NULL,
    topic    TEXT NOT NULL REFERENCES topic (id),
    PRIMARY KEY (guidance, position)
) WITHOUT ROWID, STRICT;
CREATE TABLE guidance_citation (
    guidance TEXT NOT NULL REFERENCES guidance (id),
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES document (id),
    states   TEXT NOT NULL,
    PRIMARY KEY (guidance, position)
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ the calendar

-- England and Wales. How far the list reaches stands in meta: bank_holidays_listed_until and
-- bank_holidays_computed_until.
CREATE TABLE bank_holiday (
    date  TEXT PRIMARY KEY,
    name  TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('listed', 'computed'))
) WITHOUT ROWID, STRICT;

-- ------------------------------------------------------------------ search

-- Names and old names, as they are typed in full: lower case, no punctuation.
CREATE TABLE search_name (
    folded  TEXT NOT NULL,
    service INTEGER NOT NULL REFERENCES service (number),
    why     TEXT NOT NULL CHECK (why IN ('name', 'old name')),
    text    TEXT NOT NULL,                -- as a person writes it
    PRIMARY KEY (folded, service)
) WITHOUT ROWID, STRICT;
CREATE INDEX search_name_service ON search_name (service);

-- What people type for a topic, a role or an audience ("DV"), and the word it means.
CREATE TABLE search_subject (
    folded TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('topic', 'role', 'audience', 'line')),
    id     TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (folded, kind, id)
) WITHOUT ROWID, STRICT;

-- The roles whose services come first when a topic or an audience is searched for.
CREATE TABLE search_lead (
    kind     TEXT NOT NULL CHECK (kind IN ('topic', 'audience', 'line')),
    id       TEXT NOT NULL,
    position INTEGER NOT NULL,
    role     TEXT NOT NULL REFERENCES role (id),
    PRIMARY KEY (kind, id, position)
) WITHOUT ROWID, STRICT;

-- Words and phrases by kind (who it is about, what was done), and the readings of whole sentences: the
-- first whose kinds were all said, and none of `without`, leads to these roles. Lists have spaces in them.
CREATE TABLE search_kind (
    folded TEXT NOT NULL,
    kind   TEXT NOT NULL,
    PRIMARY KEY (folded, kind)
) WITHOUT ROWID, STRICT;

CREATE TABLE search_reading (
    position INTEGER PRIMARY KEY,
    about    TEXT NOT NULL,
    said     TEXT NOT NULL,
    without  TEXT NOT NULL,
    leads    TEXT NOT NULL,              -- roles, or services by id
    yields   INTEGER NOT NULL CHECK (yields IN (0, 1))
) STRICT;

-- Digits of every number as dialled within the UK, for "01582 54" or "7653".
CREATE TABLE search_number (
    digits  TEXT NOT NULL,
    service INTEGER NOT NULL REFERENCES service (number),
    line    TEXT NOT NULL,                -- the line's key
    weight  INTEGER NOT NULL,             -- 0 in use, 1 disputed, 2 superseded, 3 fax
    PRIMARY KEY (digits, service, line)
) WITHOUT ROWID, STRICT;

-- Names of places, one row for each word of the name, so that a place finds its council's services.
CREATE TABLE search_place (
    word    TEXT NOT NULL,
    folded  TEXT NOT NULL,
    council TEXT NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (word, folded, council)
) WITHOUT ROWID, STRICT;

-- Every word the index knows, and its pairs of letters: how a misspelt word finds its neighbours.
CREATE TABLE search_word (
    id   INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE search_pair (
    pair   TEXT NOT NULL,
    length INTEGER NOT NULL,
    word   INTEGER NOT NULL REFERENCES search_word (id),
    PRIMARY KEY (pair, length, word)
) WITHOUT ROWID, STRICT;

-- The words of each service by the column they stand in; rowid is service.number.
CREATE VIRTUAL TABLE search_text USING fts5 (
    name, alias, topic, area, other,
    content = '', detail = 'column', prefix = '1 2 3', tokenize = 'unicode61'
);

-- Ordinary words of the language, in order, each between two line ends, compressed with zlib: a word
-- that stands here is never read as a misspelt name. This table and the next came after the first
-- files of this schema; a reader takes a file without one as one with no row.
CREATE TABLE search_ordinary (
    id    INTEGER PRIMARY KEY,
    words BLOB NOT NULL
) STRICT;

-- Words that mean no service, with a sentence that says what to do instead: "interpreter".
CREATE TABLE search_advice (
    folded   TEXT NOT NULL,
    position INTEGER NOT NULL,           -- of two that are meant, the first is said first
    text     TEXT NOT NULL,
    PRIMARY KEY (folded, position)
) WITHOUT ROWID, STRICT;
