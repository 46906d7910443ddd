import type { EventType } from "../record/index.ts"

/** Modes that two reports of one act may well give: a visit is also a meeting at a summit, a drone strike an explosion. */
const ALIKE: Readonly<Partial<Record<EventType, readonly (readonly string[])[]>>> = {
  CONSULT: [["visit", "third-party", "multilateral"]],
  ASSAULT: [
    ["aerial", "drone", "heavy-weapons", "explosives", "destroy"],
    ["firearms", "targeted", "explosives", "suicide-attack"],
    ["beat", "torture", "primitive", "crowd-control"],
  ],
  COERCE: [["seize", "restrict", "arrest"]],
  PROTEST: [["demo", "riot", "obstruct", "strike"]],
  SANCTION: [["expel", "withdraw", "discontinue"]],
  MOBILIZE: [["troops", "weapons", "police", "militia"]],
  ACCUSE: [["disapprove", "allege", "investigate"]],
}

/** True where two reports that give these modes can tell of one act; a report without a mode fits every other. */
export function modesFit(type: EventType, a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  return (ALIKE[type] ?? []).some((group) => group.includes(a) && group.includes(b))
}
