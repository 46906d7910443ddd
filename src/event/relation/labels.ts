/**
 * The labels of the relation model. They follow CAMEO's roots as pair codings do: CONCEDE and RETREAT are one (YIELD), imposing
 * sanctions is COERCE, a conviction ACCUSE, and an agreement to yield AGREE.
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
] as const
export type RelationLabel = (typeof RELATION_LABELS)[number]
