import { useMemo } from "react"
import { useCodebook } from "./queries.ts"

/** What a code means, in the codebook's words; undefined while it loads and for codes it lacks. */
export type Meaning = (code: string | null) => string | undefined

/** Meanings of types, statuses and sectors, for tooltips. */
export function useMeanings(): Meaning {
  const { data } = useCodebook()
  return useMemo(() => {
    const meanings = new Map<string, string>()
    for (const { code, name } of data?.sectors ?? []) meanings.set(code, `${code}: ${name}`)
    for (const { code, definition } of data?.statuses ?? []) meanings.set(code, definition)
    for (const { code, quad, definition } of data?.types ?? [])
      meanings.set(code, `${code}, ${quad}. ${definition}`)
    return (code) => (code === null ? undefined : meanings.get(code))
  }, [data])
}
