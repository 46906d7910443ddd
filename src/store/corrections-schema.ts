/**
 * What analysts say of events. `corrections` is only ever added to: it is what they said, whatever becomes of the events.
 * Those that they added stand among `events` as well, behind what was coded, for as long as they hold.
 * `corrected_events` is worked out from it and from the events, and holds those that stand otherwise than they were coded.
 */
export const CORRECTION_TABLES: readonly string[] = [
  `CREATE TABLE corrections (
    id VARCHAR NOT NULL,           -- digest of the whole correction: the same is never there twice
    document VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL, -- of the document, when it was corrected
    event VARCHAR NOT NULL,        -- the event's id at that time
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    author VARCHAR NOT NULL,
    time VARCHAR NOT NULL,         -- ISO 8601 in UTC
    kind VARCHAR NOT NULL,         -- confirm, fix, reject, undo or add
    correction VARCHAR NOT NULL    -- JSON of the whole
  )`,
  `CREATE TABLE corrected_events (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    type VARCHAR,
    plover VARCHAR,
    mode VARCHAR,
    cameo VARCHAR,
    quad VARCHAR,
    score DOUBLE,
    status VARCHAR NOT NULL,
    background BOOLEAN NOT NULL,
    start_day DATE,
    end_day DATE,
    date_certain BOOLEAN,
    place_name VARCHAR,
    place_country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    confidence DOUBLE NOT NULL,
    coder VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    linked BOOLEAN NOT NULL,
    event VARCHAR NOT NULL,
    rejected BOOLEAN NOT NULL
  )`,
  // Documents whose corrections or events changed since they were last brought together.
  "CREATE TABLE uncorrected_documents (document VARCHAR NOT NULL)",
]
