import type { Static, TSchema } from "typebox"
import type { Article, Explanation, Span } from "../../record/index.ts"
import type { Weighing } from "../../relation/index.ts"
import type { Linker, Store } from "../../store/index.ts"
import type { Names } from "../../view/index.ts"

/** What Parquet files are called on the way. */
export const PARQUET = "application/vnd.apache.parquet"

/** What every route answers from. */
export interface Served extends Names {
  readonly store: Store
  /** The user's own weights, offered beside the standing ones. */
  readonly weights?: readonly Weighing[]
  /** Links anew what a correction touches; without it happenings follow when the record is linked next. */
  readonly linker?: Linker
  /** Reads an article again and tells why there is an event at a word of it; null where no event could be. */
  readonly explain?: (article: Article, trigger: Span) => Promise<Explanation | null>
  /** The clock by which corrections are dated. */
  readonly now?: () => Date
}

/** A value as a schema describes it, from whatever is as readonly as our records are. */
export type Shown<T> = T extends readonly (infer Item)[]
  ? readonly Shown<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Shown<T[Key]> }
    : T

/** A request that its route's schemas have let through. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Where a listener to server-sent events left off. */
  readonly lastEventId?: string
}

/**
 * One route of the API: the same schemas validate its requests, describe it in the OpenAPI document and are held against its
 * answers by the tests. A `description` in a parameter's schema says what is meant, and is what a wrong request is told.
 */
export interface Route<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  /** Under /api/v1, with its parameters: "/pairs/:pair/ledger". */
  readonly path: string
  /** What it gives, in one sentence. */
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** Type of what is answered; JSON unless it is given. */
  readonly media?: "text/event-stream" | typeof PARQUET
  /** Bytes that a body may have; the server's own limit unless it is given. */
  readonly mostBytes?: number
  /** Status of a good answer; 200 unless it is given. */
  readonly status?: 200 | 201
  /** The answer also rests on something beside the record, so that it must be asked for anew each time. */
  readonly unsettled?: boolean
  /** The cursor from which the list goes on behind this answer; undefined where it is the last. */
  readonly next?: (
    answer: Shown<Static<Answer>>,
    asked: Asked<Static<Params>, Static<Query>, Static<Body>>,
  ) => string | undefined
  /** The same one record a line, for whoever accepts application/x-ndjson: all of them, however many. */
  readonly lines?: Lines<Static<Params>, Static<Query>>
  readonly handle: (
    asked: Asked<Static<Params>, Static<Query>, Static<Body>>,
    served: Served,
  ) => Promise<Shown<Static<Answer>>> | Shown<Static<Answer>>
}

/** Records that are sent one a line as the reader takes them. */
export interface Lines<Params, Query> {
  readonly item: TSchema
  readonly rows: (asked: Asked<Params, Query, unknown>, served: Served) => AsyncIterable<object>
}

/** A route whatever its schemas: handlers are only called with what these let through. */
export type AnyRoute = Omit<Route, "handle" | "next" | "lines"> & {
  readonly handle: (asked: Asked<never, never, never>, served: Served) => unknown
  readonly next?: (answer: never, asked: Asked<never, never, never>) => string | undefined
  readonly lines?: Lines<never, never>
}

/** Checks a route's handler against its schemas. */
export const route = <
  Params extends TSchema,
  Query extends TSchema,
  Body extends TSchema,
  Answer extends TSchema,
>(
  given: Route<Params, Query, Body, Answer>,
): AnyRoute => given
