/** GET /api/v1/version: which data the answers come from, to be cited beside them. */
export interface RecordVersion {
  /** Names the data: the same for the same documents, events and corrections. Hex digits. */
  readonly fingerprint: string
  readonly documents: number
  readonly events: number
  readonly happenings: number
  readonly outlets: number
  /** First and last ISO day of publication. */
  readonly first: string | null
  readonly last: string | null
  readonly coder: string
}
