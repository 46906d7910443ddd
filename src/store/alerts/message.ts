import type { Happening, Participant, Status } from "../../record/index.ts"
import type { Alert, LevelPoint } from "./alert.ts"

/** What a firing tells, beside its id, its time and its alert. */
export type Change =
  | {
      readonly kind: "new" | "status"
      readonly happening: Happening
      readonly headline: string
      readonly pairs: readonly string[]
      /** Statuses of its reports at the last look; empty for what is new. */
      readonly before: readonly Status[]
    }
  | { readonly kind: "level"; readonly point: LevelPoint }

interface Stamp {
  readonly id: string
  readonly time: string
  readonly alert: Pick<Alert, "id" | "name">
}

/** The message of a firing as JSON: the same for a webhook, a line of a file and a notification. */
export function messageOf(change: Change, { id, time, alert }: Stamp): string {
  const head = { id, time, alert: { id: alert.id, name: alert.name }, kind: change.kind }
  return JSON.stringify(
    change.kind === "level" ? { ...head, level: change.point } : { ...head, ...told(change) },
  )
}

function told({ happening, headline, pairs, before }: Extract<Change, { kind: "new" | "status" }>) {
  const { id, type, mode, status, date, place } = happening
  const { outlets, independentOwners, onlyStateMedia, onlyRecalled, documents } = happening
  return {
    pairs,
    ...(before.length === 0 ? {} : { before }),
    happening: {
      ...{ id, type, mode, status, headline },
      date: date === null ? null : { start: date.start, end: date.end, precision: date.precision },
      place: place === null ? null : { name: place.name, country: place.country },
      actors: happening.actors.map(named),
      recipients: happening.recipients.map(named),
      ...{ outlets, independentOwners, onlyStateMedia, onlyRecalled, documents },
    },
  }
}

const named = ({ name, country, sector, role }: Participant) => ({ name, country, sector, role })
