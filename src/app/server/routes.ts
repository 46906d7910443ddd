import { changesRoute } from "./changes-route.ts"
import { additionRoute, correctionsRoute } from "./corrections-route.ts"
import { datasetsRoute } from "./datasets-route.ts"
import { explanationRoute } from "./explanation-route.ts"
import { eventsRoute, happeningsRoute } from "./export-routes.ts"
import { ledgerRoute, visitsRoute } from "./ledger-route.ts"
import { openApiRoute } from "./openapi-route.ts"
import { opinionsRoute } from "./opinions-route.ts"
import { pairRoute, pairsRoute } from "./pair-routes.ts"
import { parquetRoute } from "./parquet-route.ts"
import { problemRoute } from "./problem-route.ts"
import {
  codebookRoute,
  documentRoute,
  documentsRoute,
  happeningRoute,
  summaryRoute,
} from "./record-routes.ts"
import { relationRoute } from "./relation-route.ts"
import type { AnyRoute } from "./route.ts"
import { searchRoute } from "./search-route.ts"
import { todayRoute } from "./today-route.ts"
import { versionRoute } from "./version-route.ts"
import { WORKBENCH_ROUTES } from "./workbench-routes.ts"

/** Every route of the API, one a line. */
const RECORD_ROUTES: readonly AnyRoute[] = [
  summaryRoute,
  versionRoute,
  todayRoute,
  pairsRoute,
  pairRoute,
  relationRoute,
  datasetsRoute,
  ledgerRoute,
  visitsRoute,
  searchRoute,
  happeningsRoute,
  eventsRoute,
  changesRoute,
  happeningRoute,
  documentsRoute,
  documentRoute,
  opinionsRoute,
  correctionsRoute,
  additionRoute,
  explanationRoute,
  parquetRoute,
  ...WORKBENCH_ROUTES,
  codebookRoute,
  problemRoute,
]

export const ROUTES: readonly AnyRoute[] = [...RECORD_ROUTES, openApiRoute(RECORD_ROUTES)]
