import { DuckDBInstance } from "@duckdb/node-api"
import { openStore } from "../../src/store/index.ts"

/** How large a made-up record is. Reports are events; each happening has 2.5 of them, each article three. */
export interface RecordSize {
  readonly events: number
  /** Happenings between XAA and XAB, beside what falls to them anyway. */
  readonly largestPair: number
}

const STATES = 100
/** Persons with a state of their own who take part in consultations. */
const PERSONS = 3000
/** The record's days: twenty years up to LAST. */
const DAYS = 7300
const LAST = "2025-12-31"

/**
 * Happenings over twenty years between states, few pairs with most of them; the square of a random number makes some take part
 * far more often. Their JSON holds what the pages read of it, at about the length that news gives it.
 */
const happenings = ({ events, largestPair }: RecordSize): string => `
  CREATE TEMP TABLE made AS SELECT n,
    'h' || lpad(hex(hash(n)), 16, '0') AS id,
    state(CASE WHEN n < ${largestPair} THEN 0 ELSE floor(random() ** 3 * ${STATES})::INTEGER END) AS a,
    state(CASE WHEN n < ${largestPair} THEN 1 ELSE floor(random() ** 2 * ${STATES})::INTEGER END) AS b,
    DATE '${LAST}' - (random() * ${DAYS})::INTEGER AS day, (random() * 9)::INTEGER AS kind,
    CASE WHEN n % 7 = 0 THEN 'planned' ELSE 'occurred' END AS status,
    1 + (random() ** 4 * 9)::INTEGER AS owners
  FROM range(${Math.round(events / 2.5)}) numbers(n)`

/** Codes that no state has: XAA, XAB … */
const STATE = "CREATE TEMP MACRO state(i) AS 'X' || chr(65 + i // 26) || chr(65 + i % 26)"

const JSON_OF_HAPPENING = `json_object('id', id, 'events', [], 'bestEvent', 'e' || n, 'documents', [],
  'type', type, 'mode', NULL, 'quad', quad, 'score', score, 'cameo', '040', 'status', status,
  'history', [json_object('status', 'planned', 'reported', (day - 3)::VARCHAR, 'date', NULL, 'event', 'e' || n, 'document', 'd' || n, 'change', NULL),
              json_object('status', status, 'reported', day::VARCHAR, 'date', NULL, 'event', 'e' || n, 'document', 'd' || n, 'change', NULL)],
  'date', json_object('start', day::VARCHAR, 'end', day::VARCHAR, 'precision', 'day', 'text', NULL, 'certain', true),
  'place', NULL, 'actors', [json_object('name', 'Government of ' || a, 'country', a, 'sector', 'GOV', 'role', NULL)],
  'recipients', [json_object('name', 'Government of ' || b, 'country', b, 'sector', 'GOV', 'role', NULL)],
  'reciprocal', false, 'quantities', [], 'versions', [], 'outlets', ['Paper ' || (n % 200)], 'independentOwners', owners,
  'owners', [json_object('key', 'paper ' || (n % 200), 'state', false)], 'toldOnlyBy', [], 'onlyStateMedia', n % 11 = 0,
  'firstReported', json_object('day', day::VARCHAR, 'outlet', 'Paper ' || (n % 200), 'document', 'd' || n), 'onlyRecalled', false)`

const FILLS = [
  `INSERT INTO happenings (id, type, quad, score, status, start_day, end_day, reports, documents, owners, only_state_media, headline, happening, cameo, owner_list)
   SELECT id, type, quad, score, status, day, day, 3, 3, owners, n % 11 = 0, 'Made up of ' || a || ' and ' || b || '.', ${JSON_OF_HAPPENING}, '040',
     json_array(json_object('key', 'paper ' || (n % 200), 'state', false))
   FROM (SELECT *,
     ['CONSULT','AGREE','SUPPORT','COOPERATE','AID','ACCUSE','REJECT','SANCTION','COERCE','ASSAULT'][kind + 1] AS type,
     ['verbal cooperation','verbal cooperation','verbal cooperation','material cooperation','material cooperation','verbal conflict','verbal conflict','material conflict','material conflict','material conflict'][kind + 1] AS quad,
     [2.5, 3, 2, 5, 6, -2, -3, -6, -7, -9][kind + 1] AS score FROM made)`,
  `INSERT INTO happening_pairs
   SELECT h.id, least(a, b) || '-' || greatest(a, b) AS pair, CASE WHEN a < b THEN 'forward' ELSE 'backward' END,
     h.type, h.mode, h.quad, h.score, h.cameo, h.status, h.start_day, h.end_day, h.reports, h.owners, h.owner_list, h.only_state_media, h.told_only_by
   FROM made m JOIN happenings h ON h.id = m.id WHERE a <> b ORDER BY pair, h.start_day, h.id`,
  `CREATE TEMP TABLE told AS SELECT 'e' || lpad(hex(hash(e)), 16, '0') AS event, e AS number, m.id AS happening, m.a, m.b, m.kind, m.status,
     m.day + (e % 3)::INTEGER AS day, 'd' || lpad(hex(hash(e // 3)), 16, '0') AS document
   FROM (SELECT e, e * 2 // 5 AS n FROM range((SELECT count(*) * 5 // 2 FROM made)) numbers(e)) JOIN made m USING (n)`,
  `INSERT INTO documents (id, title, published, day, publisher_name, language, events, content_hash, coder, article, stored)
   SELECT document, 'Made up', min(day)::VARCHAR, min(day), 'Paper ' || (min(number) % 200), 'en', count(*)::INTEGER, hex(hash(document)), 'made up',
     json_object('id', document, 'text', repeat('They met. ', 20), 'published', min(day)::VARCHAR), '2025-12-31T00:00:00.000Z'
   FROM told GROUP BY document`,
  `INSERT INTO events (id, document, position, type, plover, quad, score, status, background, start_day, end_day, date_certain, confidence, coder, evidence, linked, event)
   SELECT event, document, number % 3, 'CONSULT', 'CONSULT', 'verbal cooperation', 2.5, status, false, day, day, true, 0.8, 'made up', 'They met.', true,
     json_object('id', event, 'document', document, 'type', 'CONSULT', 'evidence', json_object('start', 0, 'end', 9, 'text', 'They met.'))
   FROM told`,
  "INSERT INTO happening_events SELECT happening, event FROM told",
  `INSERT INTO participants
   SELECT event, side, 0, CASE WHEN number % 2 = 0 THEN 'Given' || (hash(number, side) % ${PERSONS}) || ' Family' || (hash(number, side) % ${PERSONS}) ELSE state END,
     state, 'GOV', CASE WHEN number % 2 = 0 THEN 'minister' END, CASE WHEN number % 2 = 0 THEN 'person' ELSE 'state' END, 'They'
   FROM (SELECT event, number, 'actor' AS side, a AS state FROM told UNION ALL SELECT event, number, 'recipient', b FROM told)`,
]

/** Writes the record to a file that is not there yet. The same size gives the same record. */
export async function makeRecord(path: string, size: RecordSize): Promise<void> {
  await (await openStore(path)).close()
  const instance = await DuckDBInstance.create(path, { memory_limit: "4GB", threads: "1" })
  const connection = await instance.connect()
  await connection.run("SELECT setseed(0.42)")
  for (const sql of [STATE, happenings(size), ...FILLS, "CHECKPOINT"]) await connection.run(sql)
  connection.closeSync()
  instance.closeSync()
}
