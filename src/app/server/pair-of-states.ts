import { type Names, pairCountries } from "../../view/index.ts"
import { RequestError } from "./request-error.ts"

/** "BLR-CHN" → both countries with their names. Throws RequestError for what is no pair. */
export function pairOfStates(pair: string, names: Names): NonNullable<ReturnType<typeof pairCountries>> {
  const countries = pairCountries(pair, names)
  if (countries === undefined)
    throw new RequestError(
      400,
      `"${pair}" is no pair of states.`,
      "Two alpha-3 codes in alphabetical order: BLR-CHN.",
    )
  return countries
}
