import { leaderRoute, leadersRoute } from "./leaders-route.ts"
import { mapHappeningsRoute, mapRoute } from "./map-route.ts"
import { networkRoute } from "./network-route.ts"
import type { AnyRoute } from "./route.ts"
import { outletRoute, sourcesRoute } from "./sources-route.ts"

/** Routes of the screens of leaders, the network of states, the map and the sources. */
export const WORKBENCH_ROUTES: readonly AnyRoute[] = [
  leadersRoute,
  leaderRoute,
  networkRoute,
  mapRoute,
  mapHappeningsRoute,
  sourcesRoute,
  outletRoute,
]
