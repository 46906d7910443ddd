import type { Codebook } from "../codebook/codebook.ts"
import type { JudgedFields } from "../record/index.ts"
import { CorrectionError } from "./json.ts"

/** Which codes there are. */
export interface KnownCodes {
  readonly codebook: Pick<Codebook, "modesOf" | "sectors">
  readonly isCountry: (code: string) => boolean
}

/** Throws CorrectionError where fields hold a mode that is not of their category, or an unknown sector or country. */
export function checkCodes(fields: JudgedFields, { codebook, isCountry }: KnownCodes): void {
  const { type, mode, actors, recipients, place } = fields
  if (mode !== null) {
    const modes = type === null ? [] : codebook.modesOf(type).map((entry) => entry.mode)
    if (!modes.includes(mode))
      throw new CorrectionError(
        `"mode" is "${mode}", which is no mode of ${type ?? "an event without type"}; ${modes.length === 0 ? "it must be null" : `one of ${modes.join(", ")}, or null`}`,
      )
  }
  for (const { country, sector } of [...actors, ...recipients]) {
    requireCountry(country, isCountry)
    if (sector !== null && !codebook.sectors.some(({ code }) => code === sector))
      throw new CorrectionError(
        `"sector" is "${sector}", which is none; one of ${codebook.sectors.map(({ code }) => code).join(", ")}, or null`,
      )
  }
  requireCountry(place?.country ?? null, isCountry)
}

function requireCountry(code: string | null, isCountry: (code: string) => boolean): void {
  if (code !== null && !isCountry(code))
    throw new CorrectionError(`"country" is "${code}", which no state has; give its alpha-3 code, or null`)
}
