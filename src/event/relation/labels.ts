/**
 * The labels of the relation model. They follow CAMEO's roots as pair codings do: CONCEDE and RETREAT are one (YIELD), imposing
 * sanctions is COERCE, a conviction ACCUSE, and an agreement to yield AGREE. NONE: nothing holds between the two.
 */
export const RELATION_LABELS = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "YIELD",
  "COOPERATE",
  "AID",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
  "NONE",
] as const
export type RelationLabel = (typeof RELATION_LABELS)[number]
