import {
  BLOCK,
  DEGREE,
  type PackedHeader,
  POPULATION_STEP,
  SECTIONS,
  type Section,
  titleCase,
} from "../../src/mention/gazetteer-file.ts"
import { placeKey } from "../../src/mention/gazetteer-key.ts"
import type { PlaceRow } from "./place-row.ts"

export type CodedRow = PlaceRow & { readonly code?: string }

/** Packs regions and cities into the bytes that `PackedPlaces` reads; `alpha3` turns the rows' country codes. */
export function packPlaces(
  regions: readonly CodedRow[],
  cities: readonly PlaceRow[],
  alpha3: ReadonlyMap<string, string>,
): Uint8Array {
  const rows: CodedRow[] = [...byPopulation(regions), ...byPopulation(cities)]
  const regionRow = new Map(rows.flatMap((row, at) => (row.code === undefined ? [] : [[row.code, at]])))
  const keys = collectKeys(rows)
  const keyIndex = new Map(keys.map(([key], at) => [key, at]))
  const features = unique(rows.map((row) => row.feature))
  const countries = unique(rows.map((row) => alpha3.get(row.country) ?? ""))
  const packedKeys = packKeys(keys)
  const sections: Record<Section, Uint8Array> = {
    latitude: u24s(rows.map((row) => Math.round((row.latitude + 90) * DEGREE))),
    longitude: u24s(rows.map((row) => Math.round((row.longitude + 180) * DEGREE))),
    geonames: u24s(rows.map((row) => row.geonames)),
    primary: u24s(rows.map((row) => keyIndex.get(placeKey(row.name) ?? "") ?? 0)),
    region: u16s(rows.map((row) => 1 + (regionRow.get(row.admin2) ?? regionRow.get(row.admin1) ?? -1))),
    population: bytesOf(rows.map((row) => Math.round(Math.log2(row.population + 1) * POPULATION_STEP))),
    feature: bytesOf(rows.map((row) => features.indexOf(row.feature))),
    country: bytesOf(rows.map((row) => countries.indexOf(alpha3.get(row.country) ?? ""))),
    names: new TextEncoder().encode(rows.map(ownName).join("\n")),
    blocks: u24s(packedKeys.blocks),
    keys: packedKeys.bytes,
  }
  return assemble(sections, {
    rows: rows.length,
    keys: keys.length,
    regions: regions.length,
    features,
    countries,
  })
}

const byPopulation = <Row extends PlaceRow>(rows: readonly Row[]): Row[] =>
  [...rows].sort(
    (a, b) =>
      a.feature.localeCompare(b.feature) * Number(a.feature.startsWith("ADM")) ||
      b.population - a.population ||
      a.geonames - b.geonames,
  )

const ownName = (row: PlaceRow): string => {
  const key = placeKey(row.name)
  return key !== null && titleCase(key) === row.name ? "" : row.name
}

function collectKeys(rows: readonly PlaceRow[]): [string, number[]][] {
  const found = new Map<string, Set<number>>()
  rows.forEach((row, at) => {
    for (const name of [row.name, ...row.aliases]) {
      const key = placeKey(name)
      if (key === null || key.length < 2 || key.length > 60) continue
      const set = found.get(key)
      if (set === undefined) found.set(key, new Set([at]))
      else set.add(at)
    }
  })
  return [...found]
    .map(([key, set]): [string, number[]] => [key, [...set].sort((a, b) => a - b)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function packKeys(keys: readonly (readonly [string, readonly number[]])[]): {
  bytes: Uint8Array
  blocks: number[]
} {
  const out: number[] = []
  const blocks: number[] = []
  let before = ""
  keys.forEach(([key, rows], at) => {
    if (at % BLOCK === 0) {
      blocks.push(out.length)
      before = ""
    }
    const shared = sharedLength(before, key)
    out.push(shared, key.length - shared)
    for (let letter = shared; letter < key.length; letter++) out.push(key.charCodeAt(letter))
    pushVarint(out, rows.length)
    rows.forEach((row, index) => {
      pushVarint(out, row - (rows[index - 1] ?? 0))
    })
    before = key
  })
  return { bytes: Uint8Array.from(out), blocks }
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function pushVarint(out: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    out.push((rest & 127) | 128)
    rest >>>= 7
  }
  out.push(rest)
}

function assemble(
  sections: Readonly<Record<Section, Uint8Array>>,
  counts: Omit<PackedHeader, "format" | "sections">,
): Uint8Array {
  const lengths = Object.fromEntries(SECTIONS.map((name) => [name, sections[name].length]))
  const header = `${JSON.stringify({ format: "gazetteer 1", ...counts, sections: lengths })}\n`
  return Buffer.concat([Buffer.from(header), ...SECTIONS.map((name) => sections[name])])
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort()
const u24s = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value & 255, (value >> 8) & 255, (value >> 16) & 255]))
const u16s = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value & 255, value >> 8]))
const bytesOf = (values: readonly number[]): Uint8Array => Uint8Array.from(values)
