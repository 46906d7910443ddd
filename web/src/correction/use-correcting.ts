import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useCallback, useState } from "react"
import type { JudgedFields } from "../../../src/record/index.ts"
import type { CodedEvent, DocumentPage } from "../../../src/view/api.ts"
import { cardId } from "../article/into-sight.ts"
import { type Said, sendCorrection } from "./send-correction.ts"
import { useAnalyst } from "./use-analyst.ts"

/** What can be said with one key. */
export type Word = "confirm" | "reject" | "undo"

/** What is going on at a card: a form is open, or the analyst's name is asked for before something is said. */
export type Pending =
  | { readonly at: string; readonly step: "fixing" }
  | { readonly at: string; readonly step: "naming"; readonly next: Word | "fix" }

/** Correcting the events of one article. */
export interface Correcting {
  readonly analyst: string
  readonly keepName: (analyst: string) => void
  readonly pending: Pending | undefined
  readonly busy: boolean
  /** What went wrong last, and at which event. */
  readonly failure: { readonly at: string; readonly error: Error } | undefined
  readonly say: (event: CodedEvent, word: Word) => void
  readonly fix: (event: CodedEvent) => void
  readonly save: (event: CodedEvent, changes: Partial<JudgedFields>, note: string) => void
  readonly name: (event: CodedEvent, analyst: string) => void
  readonly cancel: (event: CodedEvent) => void
}

interface Sent {
  readonly event: CodedEvent
  readonly said: Said
}

/** What is said goes to the server at once; the article shows what came of it, and everything else is asked for anew. */
export function useCorrecting(document: string): Correcting {
  const queries = useQueryClient()
  const [analyst, keepName] = useAnalyst()
  const [pending, setPending] = useState<Pending>()
  const { mutate, isPending, error, variables, reset } = useMutation({
    mutationFn: ({ event, said }: Sent) => sendCorrection(event, said),
    onSuccess: (event) => {
      setPending(undefined)
      queries.setQueryData<DocumentPage>(["document", document], (page) => page && withEvent(page, event))
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !isKept(queryKey) })
      focusCard(event.id)
    },
  })
  const send = useCallback(
    (event: CodedEvent, said: Said) => {
      if (!isPending) mutate({ event, said })
    },
    [mutate, isPending],
  )
  const begin = (event: CodedEvent, what: Word | "fix", author: string) => {
    reset()
    if (author === "") setPending({ at: event.id, step: "naming", next: what })
    else if (what === "fix") setPending({ at: event.id, step: "fixing" })
    else send(event, { kind: what, author })
  }
  return {
    analyst,
    keepName,
    pending,
    busy: isPending,
    failure: error === null || variables === undefined ? undefined : { at: variables.event.id, error },
    say: (event, word) => begin(event, word, analyst),
    fix: (event) => begin(event, "fix", analyst),
    save: (event, changes, note) =>
      send(event, { kind: "fix", author: analyst, changes, ...(note === "" ? {} : { note }) }),
    name: (event, given) => {
      keepName(given)
      const next = pending?.step === "naming" ? pending.next : undefined
      setPending(undefined)
      if (next !== undefined) begin(event, next, given)
    },
    cancel: (event) => {
      setPending(undefined)
      reset()
      focusCard(event.id)
    },
  }
}

const KEPT = new Set(["document", "codebook", "explanation"])
/** What corrections do not change, or what is changed already. */
export const isKept = ([name]: readonly unknown[]): boolean => KEPT.has(String(name))

const withEvent = (page: DocumentPage, event: CodedEvent): DocumentPage => ({
  ...page,
  coded: page.coded.map((one) => (one.id === event.id ? event : one)),
})

/** Keys go on from the card, whose form or button may be gone. */
const focusCard = (event: string): void =>
  void requestAnimationFrame(() =>
    document
      .getElementById(cardId(event))
      ?.querySelector<HTMLElement>(".card-head")
      ?.focus({ preventScroll: true }),
  )
