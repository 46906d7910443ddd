import type { Event, EventPlace, Participant } from "../../record/index.ts"
import type { FormatNames } from "./format.ts"

/** What several formats say of an event or a happening in the same way. */

/** CAMEO code, from the record or, where it holds none, by the category that PLOVER gives it. */
export function cameoOf(
  { cameo, plover, mode, contexts }: Pick<Event, "cameo" | "plover" | "mode" | "contexts">,
  { codebook }: FormatNames,
): string | null {
  return cameo ?? (plover === null ? null : codebook.cameoOf(plover, mode, contexts))
}

/** "BLRGOV": a CAMEO actor is a country with a role; an IGO has no country. */
export const cameoActor = ({ country, sector }: Participant, { countries }: FormatNames): string | null =>
  `${country === null ? "" : countries.cameo(country)}${sector ?? ""}` || null

/** A place that is a country as a whole. */
export const isCountryItself = ({ name, country }: EventPlace, { countries }: FormatNames): boolean =>
  country !== null && countries.fromName.get(name.toLowerCase()) === country

/** The place's name where it is not the country as a whole. */
export const placeWithin = (place: EventPlace | null, names: FormatNames): string | null =>
  place === null || isCountryItself(place, names) ? null : place.name

/** "2023-12-03" → "20231203" */
export const compactDay = (day: string): string => day.slice(0, 10).replaceAll("-", "")

/** Sectors by name, as ICEWS lists them. */
export const sectorNames = ({ sectors }: Participant, { codebook }: FormatNames): string[] =>
  sectors.map((sector) => codebook.sectors.find(({ code }) => code === sector)?.name ?? sector)
