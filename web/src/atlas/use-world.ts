import { useQuery } from "@tanstack/react-query"
import { type Detail, loadWorld, type World } from "./world.ts"

/** The world in the detail asked for; the other one as long as it is on its way. */
export function useWorld(detail: Detail): {
  readonly world: World | undefined
  readonly error: Error | null
} {
  const coarse = useQuery({ ...query("coarse"), enabled: true })
  const fine = useQuery({ ...query("fine"), enabled: detail === "fine" })
  const world = detail === "fine" ? (fine.data ?? coarse.data) : coarse.data
  return { world, error: world === undefined ? (coarse.error ?? null) : null }
}

const query = (detail: Detail) => ({
  queryKey: ["world", detail],
  queryFn: () => loadWorld(detail),
  staleTime: Number.POSITIVE_INFINITY,
})
