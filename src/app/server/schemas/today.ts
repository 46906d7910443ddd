import { Type } from "typebox"
import { STATUSES } from "../../../record/index.ts"
import { happeningRow } from "./happenings.ts"
import { choice, count, country, isoDay, list, number, orNull, outletLabel, pairCode, text } from "./parts.ts"
import { level } from "./relation.ts"

const movedPair = Type.Object(
  {
    pair: pairCode,
    a: country,
    b: country,
    before: orNull(level),
    since: orNull(level),
    happeningsBefore: count,
    happeningsSince: count,
    change: orNull(
      Type.Object(
        { points: number, low: number, high: number },
        { description: "By how much the share rose or fell, with the 95 % band of the difference." },
      ),
    ),
    clear: Type.Boolean({ description: "The band of the change leaves out zero." }),
  },
  { $id: "MovedPair" },
)
const duePlan = Type.Object(
  {
    ...happeningRow.properties,
    outcome: choice([...STATUSES, "postponed", "cancelled", "pending", "unknown"], {
      description: "What became of it, as of the last day of the news.",
    }),
    foretold: orNull(text),
  },
  { $id: "DuePlan" },
)
const brokenFeed = Type.Object(
  {
    url: text,
    error: text,
    failures: count,
    checked: orNull(text),
    lastNew: orNull(text),
    gone: Type.Boolean({ description: "It is not asked any more." }),
  },
  { $id: "BrokenFeed" },
)
const silentOutlet = Type.Object(
  {
    outlet: outletLabel,
    last: isoDay,
    articles: count,
    daysBetween: Type.Number({
      description: "Days between two of its articles in the year before its last.",
    }),
    silent: count,
  },
  { $id: "SilentOutlet" },
)

export const todayPage = Type.Object(
  {
    from: orNull(isoDay),
    until: orNull(isoDay),
    earliest: orNull(isoDay),
    fresh: Type.Object({ total: count, happenings: list(happeningRow) }),
    moved: Type.Object({ daysBefore: count, pairs: list(movedPair) }),
    due: Type.Object({ total: count, plans: list(duePlan) }),
    feeds: list(brokenFeed),
    silent: list(silentOutlet),
  },
  { $id: "TodayPage" },
)
