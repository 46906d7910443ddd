/** What a second coder says of documents and their events; it stands beside what was coded and changes nothing in it. */
export const OPINION_TABLES: readonly string[] = [
  `CREATE TABLE opinions (
    document VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL, -- of the document when it was read
    coder VARCHAR NOT NULL,        -- whose events were shown
    model VARCHAR NOT NULL,        -- the second coder's name, as its endpoint knows it
    endpoint VARCHAR NOT NULL,     -- scheme, host and port
    prompt VARCHAR NOT NULL,       -- version of what it was asked
    time VARCHAR NOT NULL,         -- ISO 8601 in UTC
    refused INTEGER NOT NULL       -- parts of the answer that were thrown away
  )`,
  `CREATE TABLE opinion_items (
    document VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,         -- confirm, doubt or propose
    event VARCHAR,                 -- the event that is confirmed or doubted
    item VARCHAR NOT NULL          -- JSON of the whole
  )`,
]
