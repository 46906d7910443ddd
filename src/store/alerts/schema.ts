/**
 * What the user wants to be told of, what was there when it was last looked, and every firing with what became of it.
 * A firing is written in the same transaction that marks its cause as seen, so that none is lost and none is made twice.
 */
export const ALERT_TABLES: readonly string[] = [
  `CREATE TABLE alerts (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    made VARCHAR NOT NULL,         -- ISO 8601 in UTC
    query VARCHAR NOT NULL,        -- JSON: which changes
    delivery VARCHAR NOT NULL,     -- JSON: where to
    secret VARCHAR                 -- signs what goes to a webhook; null where the environment holds it or none is needed
  )`,
  // Events as they stood at the last look, with the status of their happening then, and the contents of documents seen by then.
  "CREATE TABLE alert_events (event VARCHAR NOT NULL, status VARCHAR NOT NULL)",
  "CREATE TABLE alert_documents (content_hash VARCHAR NOT NULL)",
  "CREATE TABLE alert_changes (alert VARCHAR NOT NULL, pair VARCHAR NOT NULL, period VARCHAR NOT NULL, rises BOOLEAN NOT NULL)",
  `CREATE TABLE alert_firings (
    id VARCHAR NOT NULL,
    alert VARCHAR NOT NULL,
    position BIGINT NOT NULL,      -- order of all firings
    made VARCHAR NOT NULL,
    message VARCHAR NOT NULL,      -- JSON, as it is delivered
    state VARCHAR NOT NULL,        -- waiting, delivered or given up
    tries INTEGER NOT NULL,
    next VARCHAR,                  -- not to be tried before
    settled VARCHAR,
    problem VARCHAR
  )`,
]
