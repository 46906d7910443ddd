/** The parts of a message that a line of text shows. */
interface Told {
  readonly alert: { readonly name: string }
  readonly kind: "new" | "status" | "level"
  readonly before?: readonly string[]
  readonly happening?: {
    readonly type: string
    readonly mode: string | null
    readonly status: string
    readonly headline: string
    readonly date: { readonly start: string } | null
  }
  readonly level?: {
    readonly pair: string
    readonly period: string
    readonly before: number
    readonly after: number
  }
  readonly pairs?: readonly string[]
}

const percent = (share: number): string => `${Math.round(share)} %`

/** A message in two lines of text: what changed, and the words that tell it. */
export function headlineOf(message: string): { readonly title: string; readonly text: string } {
  const { alert, before = [], happening, level, pairs = [] } = JSON.parse(message) as Told
  if (level !== undefined)
    return {
      title: `${alert.name}: ${level.pair}`,
      text: `another level of cooperation from ${level.period.slice(0, 7)}: ${percent(level.before)} → ${percent(level.after)}`,
    }
  if (happening === undefined) return { title: alert.name, text: "" }
  const status = before.length === 0 ? happening.status : `${before.join(", ")} → ${happening.status}`
  const act = happening.mode === null ? happening.type : `${happening.type} ${happening.mode}`
  const what = [pairs.join(" "), act, status, happening.date?.start].filter(Boolean)
  return { title: `${alert.name}: ${what.join(" · ")}`, text: happening.headline }
}
