/** What `happening_pairs` repeats of its happening: all that the relation index asks for. */
const REPEATED =
  "type, mode, quad, score, cameo, status, start_day, end_day, reports, owners, owner_list, only_state_media, told_only_by"

/**
 * The pairs of happenings with what these are, in order of pairs and days: a pair's series reads its own rows and no others, and
 * the overview of all pairs joins nothing.
 */
export const PAIR_TABLE: readonly string[] = [
  "ALTER TABLE happening_pairs RENAME TO bare_pairs",
  `CREATE TABLE happening_pairs (
    happening VARCHAR NOT NULL,
    pair VARCHAR NOT NULL,
    direction VARCHAR,             -- forward, backward or both: who of the pair acts
    type VARCHAR NOT NULL,
    mode VARCHAR,
    quad VARCHAR,
    score DOUBLE,
    cameo VARCHAR,
    status VARCHAR NOT NULL,
    start_day DATE,
    end_day DATE,
    reports INTEGER NOT NULL,
    owners INTEGER NOT NULL,
    owner_list VARCHAR,
    only_state_media BOOLEAN NOT NULL,
    told_only_by VARCHAR
  )`,
  `INSERT INTO happening_pairs SELECT p.happening, p.pair, p.direction, ${REPEATED.replaceAll(/\w+/g, "h.$&")}
   FROM bare_pairs p JOIN happenings h ON h.id = p.happening ORDER BY p.pair, h.start_day, p.happening`,
  "DROP TABLE bare_pairs",
]

/** True for a happening whose pairs repeat something else than it says. */
export const PAIRS_DIFFER = REPEATED.split(", ")
  .map((column) => `p.${column} IS DISTINCT FROM h.${column}`)
  .join(" OR ")
