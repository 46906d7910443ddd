/**
 * The packed data, as the outside hands it in: paths are relative to `data/`, for example "actors/countries.tsv".
 * The core never touches a file system; `src/app/bundled-data.ts` implements this for Node.
 */
export interface DataFiles {
  /** The whole file as UTF-8 text. Throws where the file is not there. */
  readonly text: (path: string) => string
  /** The whole file as bytes; the array must not be written to. */
  readonly bytes: (path: string) => Uint8Array
}

/** A row or a file of data/ that breaks its own rules: names file, line, value and remedy. */
export class DataError extends Error {
  override readonly name = "DataError"
}
