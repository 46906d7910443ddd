import { Readable } from "node:stream"
import { Type } from "typebox"

export const EVENT_STREAM = "text/event-stream"

/** One message to whoever listens; without anything in it a sign of life. */
export interface SentEvent {
  readonly event?: string
  /** By which a client that comes back says where it left off. */
  readonly id?: string
  readonly data?: object
}

export const eventStream = Type.Unsafe<AsyncIterable<SentEvent>>({ type: "string" })

/** The messages as a stream, for as long as the client listens. What is wrong with the first is thrown here. */
export async function sentStream(messages: AsyncIterable<SentEvent>): Promise<Readable> {
  const iterator = messages[Symbol.asyncIterator]()
  const first = await iterator.next()
  return Readable.from(written(first, iterator), { objectMode: false })
}

async function* written(
  first: IteratorResult<SentEvent>,
  iterator: AsyncIterator<SentEvent>,
): AsyncGenerator<string> {
  try {
    for (let message = first; message.done !== true; message = await iterator.next())
      yield lines(message.value)
  } finally {
    await iterator.return?.()
  }
}

const lines = ({ event, id, data }: SentEvent): string =>
  event === undefined
    ? ":\n\n"
    : `event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
