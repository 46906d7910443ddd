import { ALERT_TABLES } from "./alerts/schema.ts"
import { CORRECTION_TABLES } from "./corrections-schema.ts"
import { DATASET_REJECTS, DATASET_TABLES } from "./datasets/schema.ts"
import { OPINION_TABLES } from "./opinions/schema.ts"
import { PAIR_TABLE } from "./pairs-schema.ts"
import { SEARCH_TABLES, SEARCH_TEXTS } from "./search/schema.ts"

/** One step from a version of the schema to the next; statements run in order, in one transaction with the version. */
export interface Migration {
  readonly version: number
  readonly statements: readonly string[]
}

/** Every change of the schema, oldest first. A released step is never edited: a new one follows it. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    statements: [
      `CREATE TABLE documents (
        id VARCHAR NOT NULL,
        title VARCHAR,
        published VARCHAR,            -- ISO 8601 as the document gives it
        day DATE,                     -- its calendar day
        url VARCHAR,
        publisher_name VARCHAR,
        publisher_domain VARCHAR,
        language VARCHAR,
        events INTEGER NOT NULL,
        content_hash VARCHAR NOT NULL, -- SHA-256 of everything that coding depends on
        coder VARCHAR NOT NULL,
        article VARCHAR NOT NULL       -- JSON of the contract
      )`,
      `CREATE TABLE events (
        id VARCHAR NOT NULL,
        document VARCHAR NOT NULL,
        position INTEGER NOT NULL,     -- order within the document
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
        event VARCHAR NOT NULL         -- JSON of the contract
      )`,
      `CREATE TABLE participants (
        event VARCHAR NOT NULL,
        side VARCHAR NOT NULL,         -- actor or recipient
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        country VARCHAR,
        sector VARCHAR,
        role VARCHAR,
        kind VARCHAR,
        text VARCHAR NOT NULL
      )`,
      `CREATE TABLE attributions (
        event VARCHAR NOT NULL,
        position INTEGER NOT NULL,     -- outermost first
        name VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        country VARCHAR
      )`,
      `CREATE TABLE quantities (
        event VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        value DOUBLE NOT NULL,
        unit VARCHAR,
        period VARCHAR,
        text VARCHAR NOT NULL
      )`,
      `CREATE TABLE event_keys (event VARCHAR NOT NULL, key VARCHAR NOT NULL)`,
      `CREATE TABLE dirty_keys (key VARCHAR NOT NULL)`,
      `CREATE TABLE happenings (
        id VARCHAR NOT NULL,
        type VARCHAR NOT NULL,
        mode VARCHAR,
        quad VARCHAR,
        score DOUBLE,
        status VARCHAR NOT NULL,
        start_day DATE,
        end_day DATE,
        reports INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        owners INTEGER NOT NULL,
        only_state_media BOOLEAN NOT NULL,
        headline VARCHAR NOT NULL,
        happening VARCHAR NOT NULL     -- JSON of the contract
      )`,
      `CREATE TABLE happening_events (happening VARCHAR NOT NULL, event VARCHAR NOT NULL)`,
      `CREATE TABLE happening_pairs (happening VARCHAR NOT NULL, pair VARCHAR NOT NULL)`,
      `CREATE TABLE settings (name VARCHAR NOT NULL, value VARCHAR NOT NULL)`,
    ],
  },
  {
    // MinHash of each document's text, so that copies of one text count as one voice; filled in when its events are linked.
    version: 2,
    statements: ["ALTER TABLE documents ADD COLUMN signature VARCHAR"],
  },
  {
    // What the relation index asks of a happening beside its type and date. Filled in when everything is linked anew.
    version: 3,
    statements: [
      "ALTER TABLE happenings ADD COLUMN cameo VARCHAR",
      "ALTER TABLE happenings ADD COLUMN owner_list VARCHAR", // JSON: the owners behind it
      "ALTER TABLE happenings ADD COLUMN told_only_by VARCHAR", // JSON: on whose word alone it is known; null where an outlet tells it
      "ALTER TABLE happening_pairs ADD COLUMN direction VARCHAR", // forward, backward or both: who of the pair acts
      "DELETE FROM settings WHERE name = 'linker'",
    ],
  },
  {
    // Which reader made each document, and when it was stored. Older documents keep what they do not know as null.
    version: 4,
    statements: [
      "ALTER TABLE documents ADD COLUMN extractor VARCHAR",
      "ALTER TABLE documents ADD COLUMN stored VARCHAR", // ISO time
    ],
  },
  // Event data of others, beside ours.
  { version: 5, statements: DATASET_TABLES },
  // The index of words; filled in when the record is searched or run next.
  { version: 6, statements: SEARCH_TABLES },
  { version: 7, statements: DATASET_REJECTS },
  { version: 8, statements: SEARCH_TEXTS },
  // What analysts say of events.
  { version: 9, statements: CORRECTION_TABLES },
  {
    // Where each happening was, so that a map of all of them reads columns and not their JSON.
    version: 10,
    statements: [
      "ALTER TABLE happenings ADD COLUMN place_name VARCHAR",
      "ALTER TABLE happenings ADD COLUMN place_country VARCHAR",
      "ALTER TABLE happenings ADD COLUMN latitude DOUBLE",
      "ALTER TABLE happenings ADD COLUMN longitude DOUBLE",
      `UPDATE happenings SET place_name = happening->>'$.place.name', place_country = happening->>'$.place.country',
       latitude = (happening->>'$.place.latitude')::DOUBLE, longitude = (happening->>'$.place.longitude')::DOUBLE`,
    ],
  },
  // What the user is told of, and a second coder's opinions.
  { version: 11, statements: [...ALERT_TABLES, ...OPINION_TABLES] },
  // What the pages of pairs ask of a happening stands beside each of its pairs, a pair's rows side by side.
  { version: 12, statements: PAIR_TABLE },
]
