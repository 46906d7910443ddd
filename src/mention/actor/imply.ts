import type { Judge } from "../coreference/judge.ts"
import { type CountryEvidence, weighEvidence } from "./country-evidence.ts"
import type { CountryScene } from "./country-features.ts"
import type { Draft } from "./draft.ts"
import type { Finding } from "./items.ts"

/** Sectors that every state has: "the army", "officials", "protesters" are those of some country spoken of. */
const DOMESTIC = new Set(
  "GOV MIL COP JUD LEG OPP PTY CVL REB UAF PRM SPY EDU MED LAB AGR BUS CRM SOC REF ELI JRN REL".split(" "),
)

/** Gives a person or an organisation of whom only the name is known an actor, so that context can tell its country. */
export function nameUnknown({ analysis }: Finding, draft: Draft): void {
  if (draft.actor !== null || draft.name === undefined) return
  if (draft.type !== "person" && draft.type !== "organisation") return
  const name = analysis.text.slice(analysis.start[draft.first], analysis.end[draft.last - 1])
  const kind = draft.type === "person" ? "person" : "organization"
  draft.actor = { name, country: null, sector: null, sectors: [], role: null, kind }
}

/**
 * Gives descriptions and unknown names without a country the one that the words around suggest, and marks them; those of whom
 * nothing suggests one stay without. A chain has one country.
 */
export function implyCountries(finding: Finding, drafts: readonly Draft[], judge: Judge): void {
  const evidence = weighEvidence(finding, drafts)
  const byChain = knownCountries(drafts)
  for (const draft of drafts) {
    if (draft.thing && draft.actor?.country === null) draft.actor = null
    if (!lacksCountry(draft)) continue
    if (!byChain.has(draft.chain)) byChain.set(draft.chain, chooseCountry(finding, draft, evidence, judge))
    const country = byChain.get(draft.chain) ?? null
    if (country === null || draft.actor === null) continue
    draft.actor = { ...draft.actor, country }
    draft.implied = true
  }
}

/** The countries that a chain's own words give it. */
function knownCountries(drafts: readonly Draft[]): Map<number, string | null> {
  const known = new Map<number, string | null>()
  for (const { chain, actor, foreign } of drafts) {
    if (actor?.country && !known.has(chain)) known.set(chain, actor.country)
    if (foreign && !known.has(chain)) known.set(chain, null)
  }
  return known
}

const lacksCountry = ({ actor, type, foreign, thing }: Draft): boolean =>
  actor !== null &&
  actor.country === null &&
  actor.kind !== "state" &&
  !foreign &&
  !thing &&
  type !== "nationality" &&
  (actor.sector === null || DOMESTIC.has(actor.sector))

function chooseCountry(
  finding: Finding,
  draft: Draft,
  evidence: readonly CountryEvidence[],
  judge: Judge,
): string | null {
  const candidates = evidence.filter(({ country }) => country !== draft.notOf)
  if (candidates.length === 0) return null
  const scene: CountryScene = { finding, draft, candidates }
  return candidates[judge.country(scene)]?.country ?? null
}
