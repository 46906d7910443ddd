/** How a document and everything read from it came to stand in the record. */
export interface Provenance {
  readonly document: string
  /** SHA-256 of everything in the document but its id. */
  readonly contentHash: string
  /** Reader that made the document from its source, with version; null where an older version stored it. */
  readonly extractor: string | null
  /** Coder that read its events, with version and digest. */
  readonly coder: string
  /** When it was stored, ISO 8601 in UTC; null where an older version stored it. */
  readonly stored: string | null
}
