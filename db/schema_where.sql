-- Where did it happen? Councils, postcodes and places. Executed after schema.sql.

-- Every council of the United Kingdom; slug and position only for those of this directory's area, in
-- the order of every screen; a county of the area stands among them.
-- number stands for the council inside the packed postcode rows.
CREATE TABLE council (
    number   INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    slug     TEXT UNIQUE,
    position INTEGER UNIQUE,
    CHECK ((slug IS NULL) = (position IS NULL))
);

-- The districts whose social services a county of the area runs: they are answered as the county is.
CREATE TABLE county_district (
    district INTEGER PRIMARY KEY REFERENCES council (number),
    county   INTEGER NOT NULL REFERENCES council (number)
);

-- Words for counties that may end an address in the area or beside it, folded: "beds".
CREATE TABLE county_word (
    word TEXT PRIMARY KEY
) WITHOUT ROWID, STRICT;

-- One row for each postcode sector ("MK43 0"). present: 400 bits, one for each unit the sector may
-- hold, 20 x 20 inward letters without C I K M O V, lowest bit first. Where the whole sector lies in
-- one council: council. Else runs: how many councils, their numbers, then runs of (length * how
-- many + which) over the units present, all as varints. Council number 0: none recorded.
CREATE TABLE postcode_sector (
    outward TEXT NOT NULL,
    digit   TEXT NOT NULL,
    council INTEGER,
    present BLOB NOT NULL,
    runs    BLOB,
    PRIMARY KEY (outward, digit)
) WITHOUT ROWID;

-- The few postcodes that do not have the usual shape.
CREATE TABLE postcode_odd (
    postcode TEXT PRIMARY KEY,
    council  INTEGER NOT NULL
) WITHOUT ROWID;

-- A place in the four councils. people: 0 where nobody has published a count.
CREATE TABLE place (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    council INTEGER NOT NULL REFERENCES council (number),
    people  INTEGER NOT NULL,
    note    TEXT NOT NULL
);

-- The other councils that a place reaches into.
CREATE TABLE place_also (
    place   INTEGER NOT NULL REFERENCES place (id),
    council INTEGER NOT NULL REFERENCES council (number),
    PRIMARY KEY (place, council)
) WITHOUT ROWID;

-- What people call it: folded names, spellings and abbreviations.
CREATE TABLE place_name (
    key   TEXT NOT NULL,
    place INTEGER NOT NULL REFERENCES place (id),
    PRIMARY KEY (key, place)
) WITHOUT ROWID;

-- Wrong spellings that people really type: they only ever lead to a suggestion.
CREATE TABLE place_misheard (
    key   TEXT NOT NULL,
    place INTEGER NOT NULL REFERENCES place (id),
    PRIMARY KEY (key, place)
) WITHOUT ROWID;

-- Places in the rest of the United Kingdom, so that a namesake is never forgotten.
CREATE TABLE place_elsewhere (
    key     TEXT NOT NULL,
    council INTEGER NOT NULL REFERENCES council (number),
    name    TEXT NOT NULL,
    people  INTEGER NOT NULL,
    PRIMARY KEY (key, council)
) WITHOUT ROWID;

-- How many places in Great Britain carry one of our names, where there is more than one.
CREATE TABLE namesake (
    key    TEXT PRIMARY KEY,
    places INTEGER NOT NULL
) WITHOUT ROWID;

-- The councils in which addresses may end with a post town's name, by the folded name.
CREATE TABLE post_town (
    key     TEXT NOT NULL,
    council INTEGER NOT NULL REFERENCES council (number),
    PRIMARY KEY (key, council)
) WITHOUT ROWID;

-- Names of councils, folded, without "council" and "borough of"; those people use, and former ones.
CREATE TABLE council_name (
    key     TEXT NOT NULL,
    council INTEGER NOT NULL REFERENCES council (number),
    PRIMARY KEY (key, council)
) WITHOUT ROWID;

-- Counties, nations and regions: what each stands for, by ONS code. Empty code: too large to tell.
CREATE TABLE area_elsewhere (
    key      TEXT NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    code     TEXT NOT NULL,
    council  TEXT NOT NULL,
    PRIMARY KEY (key, position)
) WITHOUT ROWID;
