import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { JudgedFields, Span } from "../../../src/record/index.ts"
import type { CodedEvent, CorrectionAnswer, DocumentPage } from "../../../src/view/api.ts"
import { sendRecord } from "../data/client.ts"
import { type Pickable, pickableOf, wordFrom, wordsTouched } from "./pick-words.ts"
import { isKept } from "./use-correcting.ts"

/** Adding an event that the coder missed: first its words are picked, then what they report is said. */
export interface Adding {
  readonly step: "off" | "picking" | "telling"
  /** The words that report it. */
  readonly picked: Span | undefined
  readonly pickable: Pickable
  readonly busy: boolean
  readonly failure: Error | null
  readonly begin: () => void
  readonly pick: (words: Span) => void
  readonly tell: () => void
  readonly save: (said: Said) => void
  readonly cancel: () => void
}

interface Said {
  readonly author: string
  readonly note: string
  readonly fields: JudgedFields
}

interface AddingOf {
  readonly article: DocumentPage
  /** The event in hand: picking begins behind it. */
  readonly chosen: CodedEvent | undefined
  readonly onAdded: (event: CodedEvent) => void
}

/** Picks words by key or by selecting them, and sends what is said of them. `a` begins. */
export function useAdding({ article, chosen, onAdded }: AddingOf): Adding {
  const { id, text } = article
  const queries = useQueryClient()
  const [step, setStep] = useState<Adding["step"]>("off")
  const [picked, setPicked] = useState<Span>()
  const pickable = useMemo(() => pickableOf(text), [text])
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ author, note, fields }: Said) =>
      sendRecord<CorrectionAnswer>(`documents/${encodeURIComponent(id)}/events`, {
        ...fields,
        author,
        trigger: picked,
        ...(note === "" ? {} : { note }),
      }),
    onSuccess: ({ event }) => {
      setStep("off")
      setPicked(undefined)
      queries.setQueryData<DocumentPage>(
        ["document", id],
        (page) => page && { ...page, coded: [...page.coded.filter((one) => one.id !== event.id), event] },
      )
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !isKept(queryKey) })
      onAdded(event)
    },
  })
  const begin = () => {
    reset()
    const from = chosen?.trigger?.end ?? chosen?.evidence.start ?? 0
    setPicked(selectedWords(pickable) ?? wordFrom(pickable, from))
    setStep("picking")
  }
  const cancel = () => {
    reset()
    setStep("off")
    setPicked(undefined)
  }
  useBeginKey(step === "off" ? begin : undefined)
  useSelecting(
    step === "picking",
    useCallback(() => {
      const words = selectedWords(pickable)
      if (words !== undefined) setPicked(words)
    }, [pickable]),
  )
  return {
    step,
    picked,
    pickable,
    busy: isPending,
    failure: error,
    begin,
    pick: setPicked,
    tell: () => setStep("telling"),
    save: (said) => {
      if (!isPending) mutate(said)
    },
    cancel,
  }
}

/** The whole words that are selected in the article; undefined where the selection lies elsewhere or is empty. */
function selectedWords(pickable: Pickable): Span | undefined {
  const selection = getSelection()
  const holder = document.querySelector(".article-text")
  if (selection === null || holder === null || selection.rangeCount === 0 || selection.isCollapsed)
    return undefined
  const range = selection.getRangeAt(0)
  if (!holder.contains(range.commonAncestorContainer)) return undefined
  // The article's text stands in the page as it is, so that its length up to a point is that point's offset.
  const before = document.createRange()
  before.setStart(holder, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return wordsTouched(pickable, { start, end: start + range.toString().length })
}

function useBeginKey(begin: (() => void) | undefined): void {
  const latest = useRef(begin)
  latest.current = begin
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      if (key !== "a" || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
      if (!(target instanceof Element) || target.closest("input, select, textarea, form") !== null) return
      if (latest.current === undefined) return
      latest.current()
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
}

function useSelecting(listening: boolean, onSelected: () => void): void {
  useEffect(() => {
    if (!listening) return
    document.addEventListener("selectionchange", onSelected)
    return () => document.removeEventListener("selectionchange", onSelected)
  }, [listening, onSelected])
}
