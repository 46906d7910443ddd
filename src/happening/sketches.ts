import type { Event } from "../record/index.ts"
import { canMeet } from "./affinity.ts"
import { type DocumentMeta, type Report, toReport } from "./report.ts"

/**
 * Reports by number, with what is compared of them and no more. Events that share a link key are linked in one group only where a
 * chain of pairs that can meet leads from one to the other: groups without such a chain never influence each other.
 */
export class ReportSketches {
  readonly #reports = new Map<number, Report>()
  readonly #isCountry: ((name: string) => boolean) | undefined

  constructor(isCountry?: (name: string) => boolean) {
    this.#isCountry = isCountry
  }

  get size(): number {
    return this.#reports.size
  }

  has(number: number): boolean {
    return this.#reports.has(number)
  }

  add(number: number, event: Event, meta: DocumentMeta): void {
    const report = toReport(event, meta, this.#isCountry)
    if (report !== undefined) this.#reports.set(number, slim(report))
  }

  /** True where one of the two can be a report of a happening whose anchor is the other. */
  canMeet(a: number, b: number): boolean {
    const left = this.#reports.get(a)
    const right = this.#reports.get(b)
    return left !== undefined && right !== undefined && canMeet(left, right)
  }

  /** Forgets all but those that are wanted. */
  keep(wanted: ReadonlySet<number>): void {
    for (const number of this.#reports.keys()) if (!wanted.has(number)) this.#reports.delete(number)
  }
}

/** Without the parts of the event that are only told, not compared. */
const slim = (report: Report): Report => ({
  ...report,
  event: {
    ...report.event,
    evidence: { ...report.event.evidence, text: "" },
    actors: [],
    recipients: [],
    attribution: [],
    contexts: [],
    topics: [],
    date: null,
    quote: null,
  },
})
