import type { Place, PlaceNames } from "../gazetteer.ts"
import { placeKey } from "../gazetteer-key.ts"

const COUNTRY_BONUS = 8
const CAPITAL_BONUS = 4

/** The place that a name most likely means in an article on the countries in `focus`; undefined where none is known. */
export function locateName(
  name: string,
  gazetteer: PlaceNames,
  focus: ReadonlyMap<string, number>,
): Place | undefined {
  const key = placeKey(name)
  if (key === null) return undefined
  let best: Place | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const row of gazetteer.find(key)) {
    const place = gazetteer.place(row)
    if (place.country === null) continue
    const score = place.logPopulation + bonus(place, focus)
    if (score > highest) {
      highest = score
      best = place
    }
  }
  return best
}

function bonus({ country, feature }: Place, focus: ReadonlyMap<string, number>): number {
  const weight = Math.min(1, (focus.get(country ?? "") ?? 0) / 4)
  return weight * COUNTRY_BONUS + (feature === "PPLC" ? CAPITAL_BONUS : 0)
}
