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
export const fetchRecord = <T>(path: string, signal: AbortSignal): Promise<T> => ask<T>(path, { signal })

/** POST /api/v1/… with a JSON body, and its answer, parsed; fails likewise. */
export const sendRecord = <T>(path: string, body: object): Promise<T> =>
  ask<T>(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  })

async function ask<T>(path: string, { headers, ...request }: RequestInit): Promise<T> {
  const answer = await fetch(`/api/v1/${path}`, {
    ...request,
    headers: { accept: "application/json", ...headers },
  }).catch((cause: unknown) => {
    throw new Failure(UNREACHABLE, 0, UNREACHABLE_REMEDY, cause)
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok && body !== undefined) return body as T
  const { detail, remedy } = isProblem(body)
    ? body
    : { detail: `the server answered ${answer.status} without a reason`, remedy: undefined }
  throw new Failure(detail, answer.status, remedy)
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string"
