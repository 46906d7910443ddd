/** A row for each term of each segment. */
export const SEARCH_POSTINGS = `CREATE TABLE search_postings (
    scope VARCHAR NOT NULL,
    segment INTEGER NOT NULL,
    term VARCHAR NOT NULL,
    units INTEGER NOT NULL,        -- how many units hold the term
    postings BLOB NOT NULL         -- see postings.ts
  )`

/**
 * The index of words. What can be found is a unit: an article, or the evidence of an event. Units are indexed in segments; a
 * segment holds one row for each of its terms.
 */
export const SEARCH_TABLES: readonly string[] = [
  `CREATE TABLE search_units (
    scope VARCHAR NOT NULL,        -- articles or evidence
    number INTEGER NOT NULL,       -- what postings call the unit; never given twice within a scope
    segment INTEGER NOT NULL,
    id VARCHAR NOT NULL,           -- of the document or of the event
    document VARCHAR NOT NULL,
    day DATE,                      -- of publication
    outlet VARCHAR,                -- lower-case name of the publisher
    domain VARCHAR,
    language VARCHAR
  )`,
  SEARCH_POSTINGS,
]

/** An article's text, deflated: what the database compresses itself it can only read by the thousand. */
export const SEARCH_TEXTS: readonly string[] = ["ALTER TABLE search_units ADD COLUMN text BLOB"]
