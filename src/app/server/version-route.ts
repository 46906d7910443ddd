import { route } from "./route.ts"
import { recordVersion } from "./schemas/record-version.ts"

export const versionRoute = route({
  method: "GET",
  path: "/version",
  summary: "Which data the answers come from, to be cited beside them.",
  answer: recordVersion,
  handle: async (_asked, { store }) => {
    const [figures, fingerprint] = await Promise.all([store.summary(), store.fingerprint()])
    const { documents, events, happenings, publishers, first, last, coder } = figures
    return { fingerprint, documents, events, happenings, outlets: publishers, first, last, coder }
  },
})
