import type { Mention } from "../record/index.ts"

/** Who takes part, by country where it is known: the same for "Lukashenko" and "Belarus". */
export const partiesKey = (mentions: readonly Mention[]): string =>
  mentions
    .map((mention) => mention.actor?.country ?? mention.actor?.name ?? mention.text)
    .sort()
    .join("+")
