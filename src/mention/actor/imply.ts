import type { Draft } from "./draft.ts"
import { dominantCountry, matchCountry } from "./focus.ts"
import type { Finding } from "./items.ts"

/** Sectors that every state has: "the army", "officials", "protesters" are those of the country spoken of. */
const DOMESTIC = new Set(
  "GOV MIL COP JUD LEG OPP PTY CVL REB UAF PRM SPY EDU MED LAB AGR BUS CRM SOC REF ELI JRN REL".split(" "),
)
/** Sentences back within which a named country is taken for that of an actor without one. */
const REACH = 2

/** People and organisations of whom only the name is known get an actor, so that context can tell their country. */
function nameUnknown({ analysis }: Finding, draft: Draft): void {
  if (draft.actor !== null || draft.name === undefined) return
  if (draft.type !== "person" && draft.type !== "organisation") return
  const name = analysis.text.slice(analysis.start[draft.first], analysis.end[draft.last - 1])
  const kind = draft.type === "person" ? "person" : "organization"
  draft.actor = { name, country: null, sector: null, sectors: [], role: null, kind }
}

/** Gives descriptions and unknown names without a country that of the article's context, and marks them. */
export function implyCountries(finding: Finding, drafts: readonly Draft[]): void {
  const dominant = dominantCountry(finding.focus)
  const near = nearestCountries(finding)
  const byChain = new Map<number, string>()
  for (const draft of drafts) {
    nameUnknown(finding, draft)
    const { actor } = draft
    if (actor === null || actor.country !== null || draft.foreign || draft.type === "nationality") continue
    if (actor.sector !== null && !DOMESTIC.has(actor.sector)) continue
    const sentence = finding.analysis.sentence[draft.first]!
    const country = byChain.get(draft.chain) ?? chooseCountry(near, sentence, dominant)
    if (country === null) continue
    byChain.set(draft.chain, country)
    draft.actor = { ...actor, country }
    draft.implied = true
  }
}

/** For each sentence, the country that alone is named in it, or null. */
function nearestCountries({ analysis, matches }: Finding): (string | null)[] {
  const named: Set<string>[] = analysis.sentences.map(() => new Set<string>())
  for (const match of matches) {
    const country = matchCountry(match)
    if (country !== undefined) named[analysis.sentence[match.first]!]!.add(country)
  }
  return named.map((countries) => (countries.size === 1 ? [...countries][0]! : null))
}

function chooseCountry(
  near: readonly (string | null)[],
  sentence: number,
  dominant: string | null,
): string | null {
  if (dominant !== null) return dominant
  for (let back = 0; back <= REACH && sentence - back >= 0; back += 1) {
    const country = near[sentence - back]
    if (country) return country
  }
  return null
}
