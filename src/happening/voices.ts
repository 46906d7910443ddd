import type { Outlet, Outlets } from "../codebook/outlets.ts"
import { isCopy } from "./near-duplicates.ts"
import type { DocumentMeta, Report } from "./report.ts"

/** Who speaks in a document: its outlet, and the owner whose voice it is. */
export interface Voice {
  readonly document: string
  readonly published: string | undefined
  /** Name of the outlet, where the publisher is known. */
  readonly outlet: string | undefined
  /** One key an owner; the media of one state have one, and so has everything of unknown origin. */
  readonly key: string
  readonly state: boolean
}

/** Sentences of a document that are long enough to betray a copy where its text is not at hand. */
const TELLING_LETTERS = 100

/**
 * The voice of each document of a happening. A text that several outlets print speaks with the voice of the first that
 * printed it; with no signature at hand, a long sentence that two share word for word gives the copy away.
 */
export function voicesOf(
  reports: readonly Report[],
  documents: ReadonlyMap<string, DocumentMeta>,
  outlets: Outlets | undefined,
): Map<string, Voice> {
  const sentences = new Map<string, Set<string>>()
  for (const { event } of reports) {
    const own = sentences.get(event.document) ?? new Set()
    sentences.set(event.document, own)
    if (event.evidence.text.length >= TELLING_LETTERS) own.add(event.evidence.text.toLowerCase())
  }
  const voices = [...sentences.keys()].map((id) => voiceOf(id, documents.get(id), outlets)).sort(byDay)
  const spoken = new Map<string, Voice>()
  const originals: Voice[] = []
  for (const voice of voices) {
    const original = originals.find((other) =>
      isSameText([voice, other], documents, [sentences.get(voice.document)!, sentences.get(other.document)!]),
    )
    if (original === undefined) originals.push(voice)
    const { key, state } = original ?? voice
    spoken.set(voice.document, { ...voice, key, state })
  }
  return spoken
}

function voiceOf(id: string, meta: DocumentMeta | undefined, outlets: Outlets | undefined): Voice {
  const outlet = meta?.publisher && outlets?.find(meta.publisher, meta.published)
  const name = outlet?.name ?? meta?.publisher?.name
  return {
    document: id,
    published: meta?.published,
    outlet: name,
    key: ownerKey(outlet, name),
    state: outlet?.affiliation === "state-affiliated",
  }
}

function ownerKey(outlet: Outlet | undefined, name: string | undefined): string {
  if (outlet === undefined) return name === undefined ? "unknown" : `outlet ${name}`
  return outlet.affiliation === "state-affiliated" && outlet.country !== null
    ? `state ${outlet.country}`
    : `owner ${outlet.owner}`
}

const NEVER = "9999"
/** By time of publication, undated ones last. */
const byDay = (a: Voice, b: Voice): number => {
  const left = `${a.published ?? NEVER} ${a.document}`
  const right = `${b.published ?? NEVER} ${b.document}`
  return left < right ? -1 : left > right ? 1 : 0
}

function isSameText(
  [a, b]: readonly [Voice, Voice],
  documents: ReadonlyMap<string, DocumentMeta>,
  [left, right]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): boolean {
  if (a.key === b.key) return false
  const one = documents.get(a.document)?.signature
  const other = documents.get(b.document)?.signature
  if (one !== undefined && other !== undefined) return isCopy(one, other)
  return [...left].some((sentence) => right.has(sentence))
}
