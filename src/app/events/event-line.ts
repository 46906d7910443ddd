import type { Article, Event, Publisher } from "../../record/index.ts"

/** An event as `chancery code` writes it: with the publication date and the publisher, so that a line can be linked by itself. */
export interface EventLine extends Event {
  readonly published?: string
  readonly publisher?: Publisher
}

/** Adds what the article's publication tells to an event read from it. */
export const toEventLine = (event: Event, { published, publisher }: Article): EventLine => ({
  ...event,
  ...(published === undefined ? {} : { published }),
  ...(publisher === undefined ? {} : { publisher }),
})
