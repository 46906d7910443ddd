import Table from "cli-table3"
import { loadCountryNames } from "../../codebook/country-names.ts"
import type { Store } from "../../store/index.ts"
import { encounterRow, type LedgerRow, ledgerRows } from "../../view/index.ts"
import { bundledData } from "../bundled-data.ts"
import { openRecord } from "../open-record.ts"
import { readLedger, readVisits } from "../pair-ledger.ts"
import type { LedgerOptions } from "./ledger.ts"
import { MisuseError } from "./options.ts"
import { writeOut } from "./stdout.ts"
import type { VisitsOptions } from "./visits.ts"

/** Prints what holds between two states. */
export async function printLedger(states: readonly [string, string], options: LedgerOptions): Promise<void> {
  const pair = [alpha3(states[0]), alpha3(states[1])] as const
  if (pair[0] === pair[1]) throw new MisuseError(`${pair[0]} has no ledger with itself. Name two states.`)
  const ledger = await withStore(options.store, (store) => readLedger(store, pair, options.asOf))
  const rows = ledgerRows(ledger)
  if (options.format === "json") return print(`${JSON.stringify(ledger, null, 2)}\n`)
  if (options.format === "csv") return print(csvOf(rows))
  if (rows.length === 0) return print(`The record holds nothing between ${pair.join(" and ")}.\n`)
  const counts = ledger.counts.map(({ who, year, visits, received, meetings, calls, planned, ...count }) => [
    ...[year, who.name, count.with, visits, received, meetings, calls, planned],
  ])
  for (const [section, title] of SECTIONS) {
    const own = rows.filter((row) => row.section === section)
    if (own.length > 0) await print(`${title}\n${sectionTable(own)}\n`)
    if (section === "encounter" && counts.length > 0) await print(`${countTable(counts)}\n`)
  }
}

/** Prints the encounters of a leader, a year or a pair. */
export async function printVisits(options: VisitsOptions): Promise<void> {
  const { leader, year, pair, asOf } = options
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new MisuseError(`"${year}" is no year. Give four digits: --year 2023`)
  const given = pair?.split("-").map(alpha3).sort().join("-")
  if (given !== undefined && !/^[A-Z]{3}-[A-Z]{3}$/.test(given))
    throw new MisuseError(`"${pair}" is no pair of states. Two alpha-3 codes: --pair BLR-CHN`)
  const visits = await withStore(options.store, (store) =>
    readVisits(store, {
      ...(leader === undefined ? {} : { leader }),
      ...(year === undefined ? {} : { year }),
      ...(given === undefined ? {} : { pair: given }),
      ...(asOf === undefined ? {} : { asOf }),
    }),
  )
  if (options.format === "json") return print(`${JSON.stringify(visits, null, 2)}\n`)
  const rows = visits.encounters.map(encounterRow)
  if (options.format === "csv") return print(csvOf(rows))
  if (rows.length === 0) return print("The record holds no such visit or meeting.\n")
  const counts = visits.counts.map((count) => [
    ...[count.year, count.who.name, count.with, count.visits, count.received],
    ...[count.meetings, count.calls, count.planned],
  ])
  await print(`${sectionTable(rows)}\n${countTable(counts)}\n`)
}

const print = async (text: string): Promise<void> => {
  await writeOut(text)
}

async function withStore<T>(file: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRecord(file)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** A code in capitals; throws for what names no country that we know. */
function alpha3(given: string): string {
  const code = given.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(code) && loadCountryNames(bundledData)(code) !== code) return code
  throw new MisuseError(`"${given}" is no state that we know. States are alpha-3 codes: BLR, CHN.`)
}

const SECTIONS = [
  ["encounter", "Visits and meetings"],
  ["count in a text", "Counts in the texts, beside the record"],
  ["promise", "Promises"],
  ["standing", "In force"],
  ["absence", "Said never to have happened"],
] as const

const PLAIN = {
  style: { head: [], border: [] },
  chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
}
/** Widths at which a terminal of 120 columns breaks no line. */
const WIDTHS = [18, 22, 22, 12, 23, 22] as const

function sectionTable(rows: readonly LedgerRow[]): string {
  const table = new Table({
    ...PLAIN,
    head: ["what", "who", "whom, with", "state", "when", "detail, told by"],
    colWidths: [...WIDTHS],
    wordWrap: true,
  })
  for (const { kind, by, to, state, from, until, amounts, detail, outlets } of rows)
    table.push([
      amounts === "" ? kind : `${kind} (${amounts})`,
      ...[by, to, state],
      until === "" || until === from ? from : `${from}–${until}`,
      [detail, outlets].filter((part) => part !== "").join(" · "),
    ])
  return table.toString()
}

function countTable(counts: readonly (readonly (string | number)[])[]): string {
  const table = new Table({
    ...PLAIN,
    head: ["year", "who", "with", "visits", "received", "meetings", "calls", "planned"],
  })
  for (const count of counts) table.push([...count])
  return table.toString()
}

const COLUMNS = [
  ...["section", "kind", "by", "to", "state", "from", "until", "amounts", "detail", "outlets", "reports"],
] as (keyof LedgerRow)[]

/** RFC 4180, with a header line. */
function csvOf(rows: readonly LedgerRow[]): string {
  const lines = [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((name) => cell(row[name])).join(","))]
  return `${lines.join("\r\n")}\r\n`
}

const cell = (value: string | number): string => {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
