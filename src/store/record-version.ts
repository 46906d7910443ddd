import { followsCorrections } from "./corrections.ts"
import type { Database } from "./database.ts"

/** Hex digits of the fingerprint: two records differ in it but for one chance in 10¹⁴. */
const DIGITS = 12

/**
 * Names the data that the record holds: the same for the same documents with the same coded events and corrections (where
 * these are followed), in whatever order and on whatever machine they came. 12 hex digits, to be cited.
 */
export async function recordFingerprint(database: Database): Promise<string> {
  const [row] = await database.read(
    `SELECT md5(concat_ws('|',
       (SELECT concat_ws(' ', count(*), bit_xor(md5_number_lower(concat_ws(chr(10), id, content_hash)))) FROM documents),
       (SELECT concat_ws(' ', count(*), bit_xor(md5_number_lower(event))) FROM events),
       (SELECT concat_ws(' ', count(*), bit_xor(md5_number_lower(correction))) FROM corrections WHERE $followed))) AS fingerprint`,
    { followed: await followsCorrections(database) },
  )
  return String(row?.fingerprint).slice(0, DIGITS)
}
