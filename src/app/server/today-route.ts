import { Type } from "typebox"
import { readToday } from "../today.ts"
import { day } from "./request-schemas.ts"
import { route } from "./route.ts"
import { todayPage } from "./schemas/today.ts"

export const todayRoute = route({
  method: "GET",
  path: "/today",
  summary:
    "What the news from a day on changed: new happenings, pairs that moved, plans that fell due, broken feeds and silent outlets.",
  query: Type.Object({
    from: day("First day of the news; the last week of the record's news unless it is given"),
  }),
  answer: todayPage,
  unsettled: true,
  handle: ({ query }, { store, ...names }) => readToday(store, names, query.from),
})
