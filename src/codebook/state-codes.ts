import { DataError, type DataFiles } from "./data-files.ts"
import { parseTsv } from "./tsv.ts"

/** Numeric codes under which data sets of international relations keep a state; empty where it has none on the day. */
export interface StateCodes {
  /** Correlates of War. */
  readonly cow: string
  /** Gleditsch and Ward. */
  readonly gw: string
}

/** The codes of a state, by its alpha-3 code, on an ISO day. */
export type StateCodesAt = (code: string, day: string) => StateCodes

interface Stretch extends StateCodes {
  readonly from: string
  readonly to: string
}

const COUNTRIES = "actors/countries.tsv"
const CHANGES = "codebook/state-codes.tsv"
const NONE: StateCodes = { cow: "", gw: "" }
const DAY = /^(\d{4}-\d{2}-\d{2})?$/

/** Reads the codes of today's states and the dated ones of those that began, ended or changed. */
export function loadStateCodes(data: DataFiles): StateCodesAt {
  const today = new Map(
    parseTsv(COUNTRIES, data.text(COUNTRIES), ["code", "cow", "gw"]).map(({ cells }) => [
      cells.code ?? "",
      { cow: cells.cow ?? "", gw: cells.gw ?? "" },
    ]),
  )
  const dated = new Map<string, Stretch[]>()
  for (const { cells, where } of parseTsv(CHANGES, data.text(CHANGES), ["code", "cow", "gw", "from", "to"])) {
    const { code = "", cow = "", gw = "", from = "", to = "" } = cells
    for (const day of [from, to])
      if (!DAY.test(day))
        throw new DataError(`${where}: "${day}" is no date. Dates are ISO days: 1991-12-25.`)
    const stretches = dated.get(code) ?? []
    stretches.push({ cow, gw, from, to })
    dated.set(code, stretches)
  }
  return (code, day) => {
    const stretches = dated.get(code)
    if (stretches === undefined) return today.get(code) ?? NONE
    const stretch = stretches.find(({ from, to }) => from <= day && (to === "" || day <= to))
    return stretch === undefined ? NONE : { cow: stretch.cow, gw: stretch.gw }
  }
}
