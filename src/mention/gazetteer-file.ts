import { DataError } from "../codebook/data-files.ts"

/** The first line of the packed file: JSON, then the sections one after the other, little-endian. */
export interface PackedHeader {
  readonly format: "gazetteer 1"
  readonly rows: number
  readonly keys: number
  /** Rows below this index are regions (ADM1, ADM2); `region` points at them. */
  readonly regions: number
  readonly features: readonly string[]
  /** ISO 3166-1 alpha-3, by the number that the rows hold. */
  readonly countries: readonly string[]
  readonly sections: Readonly<Record<Section, number>>
}
export const SECTIONS = [
  "latitude",
  "longitude",
  "geonames",
  "primary",
  "region",
  "population",
  "feature",
  "country",
  "names",
  "blocks",
  "keys",
] as const
export type Section = (typeof SECTIONS)[number]

/** Keys are front-coded in blocks of this many; the first of each block stands in full. */
export const BLOCK = 16
/** Degrees are kept as unsigned 24-bit ten-thousandths above -90 and -180. */
export const DEGREE = 10_000
/** Populations are kept as eighths of a binary logarithm. */
export const POPULATION_STEP = 8
const NEWLINE = 10
const FILE = "places/geonames.bin"

/** Rows as they lie in the file: nothing is decoded before it is asked for. */
export class PackedPlaces {
  readonly header: PackedHeader
  readonly #sections: Readonly<Record<Section, Uint8Array>>
  readonly #names: readonly string[]
  readonly #cursor: KeyCursor

  constructor(bytes: Uint8Array) {
    const end = bytes.indexOf(NEWLINE)
    this.header = readHeader(bytes, end)
    const sections: Partial<Record<Section, Uint8Array>> = {}
    let at = end + 1
    for (const section of SECTIONS) {
      const length = this.header.sections[section]
      sections[section] = bytes.subarray(at, at + length)
      at += length
    }
    if (at !== bytes.length)
      throw new DataError(
        `data/${FILE}: ${bytes.length} bytes, but its header speaks of ${at}. Build it again with scripts/build-gazetteer.ts.`,
      )
    this.#sections = sections as Record<Section, Uint8Array>
    this.#cursor = new KeyCursor(this.#sections.keys)
    this.#names = new TextDecoder().decode(this.#sections.names).split("\n")
  }

  latitude(row: number): number {
    return u24(this.#sections.latitude, row) / DEGREE - 90
  }

  longitude(row: number): number {
    return u24(this.#sections.longitude, row) / DEGREE - 180
  }

  geonames(row: number): number {
    return u24(this.#sections.geonames, row)
  }

  /** The row of the region that the place lies in, -1 where none is known. */
  region(row: number): number {
    const at = row * 2
    return (this.#sections.region[at] ?? 0) + (this.#sections.region[at + 1] ?? 0) * 256 - 1
  }

  /** Binary logarithm of the population plus one. */
  logPopulation(row: number): number {
    return (this.#sections.population[row] ?? 0) / POPULATION_STEP
  }

  feature(row: number): string {
    return this.header.features[this.#sections.feature[row] ?? 0] ?? ""
  }

  country(row: number): string {
    return this.header.countries[this.#sections.country[row] ?? 0] ?? ""
  }

  name(row: number): string {
    const own = this.#names[row]
    return own === undefined || own === "" ? titleCase(this.#key(u24(this.#sections.primary, row))) : own
  }

  /** Appends the rows of a key to `rows`; true where longer keys begin with this one and a space. */
  find(key: string, rows: number[]): boolean {
    const { blocks } = this.#sections
    const cursor = this.#cursor
    let low = 0
    let high = Math.ceil(this.header.keys / BLOCK) - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      cursor.jump(u24(blocks, middle))
      if (cursor.compare(key) <= 0) low = middle
      else high = middle - 1
    }
    cursor.jump(u24(blocks, low))
    for (let index = low * BLOCK; index < this.header.keys; index++) {
      const order = cursor.compare(key)
      if (order > 0) return cursor.continues(key)
      if (order === 0) cursor.readRows(rows)
      cursor.next()
    }
    return false
  }

  #key(index: number): string {
    const cursor = this.#cursor
    cursor.jump(u24(this.#sections.blocks, Math.floor(index / BLOCK)))
    for (let step = index % BLOCK; step > 0; step--) cursor.next()
    return cursor.text()
  }
}

/** Walks front-coded keys: shared length, own length, own bytes, number of rows, rows as differences (varints). */
class KeyCursor {
  readonly #bytes: Uint8Array
  readonly #key = new Uint8Array(256)
  #length = 0
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Goes to a block's first key. */
  jump(at: number): void {
    this.#at = at
    this.#readKey()
  }

  next(): void {
    for (let count = this.#varint(); count > 0; count--) this.#varint()
    this.#readKey()
  }

  readRows(rows: number[]): void {
    const at = this.#at
    let row = 0
    for (let count = this.#varint(); count > 0; count--) {
      row += this.#varint()
      rows.push(row)
    }
    this.#at = at
  }

  /** Negative where the cursor's key sorts before the text. */
  compare(text: string): number {
    const shared = Math.min(this.#length, text.length)
    for (let at = 0; at < shared; at++) {
      const difference = (this.#key[at] ?? 0) - text.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return this.#length - text.length
  }

  continues(text: string): boolean {
    if (this.#length <= text.length || this.#key[text.length] !== 32) return false
    for (let at = 0; at < text.length; at++) if (this.#key[at] !== text.charCodeAt(at)) return false
    return true
  }

  text(): string {
    return String.fromCharCode(...this.#key.subarray(0, this.#length))
  }

  #readKey(): void {
    const shared = this.#bytes[this.#at] ?? 0
    const own = this.#bytes[this.#at + 1] ?? 0
    this.#at += 2
    for (let at = 0; at < own; at++) this.#key[shared + at] = this.#bytes[this.#at + at] ?? 0
    this.#length = shared + own
    this.#at += own
  }

  #varint(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
}

function readHeader(bytes: Uint8Array, end: number): PackedHeader {
  const header: unknown = end < 0 ? undefined : JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
  if (typeof header === "object" && header !== null && "format" in header && header.format === "gazetteer 1")
    return header as PackedHeader
  throw new DataError(
    `data/${FILE}: not a packed gazetteer of format 1. Build it with scripts/build-gazetteer.ts.`,
  )
}

const u24 = (bytes: Uint8Array, index: number): number => {
  const at = index * 3
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) * 65536
}

/** "new york" → "New York": how most names are written; the file holds the names that differ. */
export const titleCase = (key: string): string =>
  key
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ")
