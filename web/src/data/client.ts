import type { Problem } from "../../../src/view/api.ts"

/** What went wrong, in words for the reader, and what to do. */
export class Failure extends Error {
  readonly status: number
  readonly remedy: string | undefined

  constructor(message: string, status: number, remedy: string | undefined, cause?: unknown) {
    super(message, { cause })
    this.status = status
    this.remedy = remedy
  }
}

const UNREACHABLE = "the server does not answer"
const UNREACHABLE_REMEDY = "See whether chancery serve is still running, then try again."

/** GET /api/v1/…, parsed; throws a Failure with the server's own words where it gives some. */
export async function fetchRecord<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/v1/${path}`, { signal, headers: { accept: "application/json" } }).catch(
    (cause: unknown) => {
      throw new Failure(UNREACHABLE, 0, UNREACHABLE_REMEDY, cause)
    },
  )
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok && body !== undefined) return body as T
  const { detail, remedy } = isProblem(body)
    ? body
    : { detail: `the server answered ${answer.status} without a reason`, remedy: undefined }
  throw new Failure(detail, answer.status, remedy)
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string"
