/** Event data of others: every row keeps its file, its line and its own words beside what can be compared with ours. */
/** Rows that could not be read, kept with the file that they came in. */
export const DATASET_REJECTS: readonly string[] = [
  `CREATE TABLE dataset_rejects (
    file INTEGER NOT NULL,
    line BIGINT NOT NULL,
    problem VARCHAR NOT NULL,
    fields VARCHAR NOT NULL        -- the row as it came
  )`,
]

export const DATASET_TABLES: readonly string[] = [
  `CREATE TABLE dataset_files (
    file INTEGER NOT NULL,
    dataset VARCHAR NOT NULL,      -- gdelt2, gdelt2-mentions, icews, polecat, phoenix, acled, ucdp-ged
    name VARCHAR NOT NULL,         -- as the user gave it; of an archive, with the member's name
    sha256 VARCHAR NOT NULL,       -- of the unpacked content
    bytes BIGINT NOT NULL,
    columns VARCHAR NOT NULL,      -- JSON: the columns of "fields", in order
    rows BIGINT NOT NULL,          -- that were read
    rejected BIGINT NOT NULL,      -- that could not be read
    imported VARCHAR NOT NULL      -- ISO time
  )`,
  `CREATE TABLE dataset_events (
    file INTEGER NOT NULL,
    line BIGINT NOT NULL,          -- from 1, as an editor counts them; of CSV with a header, the row
    dataset VARCHAR NOT NULL,
    id VARCHAR,                    -- the dataset's own
    start_day DATE NOT NULL,
    end_day DATE NOT NULL,
    actor VARCHAR,                 -- as the dataset names it
    recipient VARCHAR,
    actor_country VARCHAR,         -- alpha-3, where the dataset names a state that we know
    recipient_country VARCHAR,
    pair VARCHAR,                  -- "BLR-CHN", where two different states take part
    direction VARCHAR,             -- forward, backward or both: who of the pair acts
    code VARCHAR,                  -- the dataset's own: a CAMEO code, a category
    type VARCHAR,                  -- the PLOVER category that the code means
    quad VARCHAR,                  -- by the dataset's own rule where it has one, else by the category
    score DOUBLE,                  -- the dataset's own: Goldstein, intensity
    reports INTEGER,               -- mentions or sources, where the dataset counts them
    place VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    url VARCHAR,
    fields VARCHAR NOT NULL        -- the row as it came
  )`,
  `CREATE TABLE dataset_mentions (
    file INTEGER NOT NULL,
    line BIGINT NOT NULL,
    dataset VARCHAR NOT NULL,
    event VARCHAR NOT NULL,        -- id within the dataset
    day DATE NOT NULL,             -- of the mention
    outlet VARCHAR,
    url VARCHAR,
    confidence DOUBLE,
    fields VARCHAR NOT NULL
  )`,
]
