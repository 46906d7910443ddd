import { counted, oneDecimal } from "../wording/numbers.ts"
import { type ShownNetwork, statesOf } from "./shown.ts"

/** "Belarus – China: cooperation 7.8, conflict 0.3, from 25 happenings". */
export function tieWords({ states, ties }: ShownNetwork, pair: string): string {
  const tie = ties.find((known) => known.pair === pair)
  if (tie === undefined) return ""
  const names = statesOf(tie).map((code) => states.find((state) => state.code === code)?.name ?? code)
  return `${names.join(" – ")}: cooperation ${oneDecimal(tie.cooperation)}, conflict ${oneDecimal(tie.conflict)}, from ${counted(tie.happenings, "happening")}`
}

/** "Belarus: cooperation 20.1, conflict 8.4, over 9 ties". */
export function stateWords({ states, ties }: ShownNetwork, code: string): string {
  const state = states.find((known) => known.code === code)
  if (state === undefined) return ""
  const own = ties.filter((tie) => statesOf(tie).includes(code))
  return `${state.name}: cooperation ${oneDecimal(state.cooperation)}, conflict ${oneDecimal(state.conflict)}, ${counted(own.length, "tie")} shown`
}
