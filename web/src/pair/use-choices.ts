import { type RelationChoices, readChoices, writeChoices } from "./relation-choices.ts"
import { useAddressPart } from "./use-address-part.ts"

const CHOICES = { read: readChoices, write: writeChoices }

/** How the series is computed as the address has it, and how to change some of it. */
export const useChoices = (): readonly [RelationChoices, (changed: Partial<RelationChoices>) => void] =>
  useAddressPart(CHOICES)
