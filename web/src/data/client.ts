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

/** The rows as a Parquet file, which the server makes of them; fails likewise. */
export async function fetchParquet(rows: readonly object[]): Promise<Blob> {
  const answer = await reach("parquet", {
    method: "POST",
    body: JSON.stringify({ rows }),
    headers: { "content-type": "application/json" },
  })
  if (answer.ok) return answer.blob()
  throw failureOf(answer.status, await answer.json().catch(() => undefined))
}

async function ask<T>(path: string, { headers, ...request }: RequestInit): Promise<T> {
  const answer = await reach(path, { ...request, headers: { accept: "application/json", ...headers } })
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok && body !== undefined) return body as T
  throw failureOf(answer.status, body)
}

const reach = (path: string, request: RequestInit): Promise<Response> =>
  fetch(`/api/v1/${path}`, request).catch((cause: unknown) => {
    throw new Failure(UNREACHABLE, 0, UNREACHABLE_REMEDY, cause)
  })

function failureOf(status: number, body: unknown): Failure {
  return isProblem(body)
    ? new Failure(body.detail, status, body.remedy)
    : new Failure(`the server answered ${status} without a reason`, status, undefined)
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string"
