import { useMemo, useState } from "react"
import { Link } from "wouter"
import type { DocumentPage } from "../../../src/view/api.ts"
import { AddButton, AddPanel } from "../correction/add-panel.tsx"
import { CardTools } from "../correction/card-tools.tsx"
import { OrphanList } from "../correction/orphan-list.tsx"
import { useAdding } from "../correction/use-adding.ts"
import { useCorrecting } from "../correction/use-correcting.ts"
import { useCorrectionKeys } from "../correction/use-correction-keys.ts"
import { useDocument } from "../data/queries.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { OutletName } from "../parts/outlet-name.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { readingOrder } from "../text/steps.ts"
import { dayWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"
import { ArticleText } from "./article-text.tsx"
import { EventCard } from "./event-card.tsx"
import { SecondOpinions } from "./second-opinions.tsx"
import { useActiveEvent } from "./use-active-event.ts"
import { useEventKeys } from "./use-event-keys.ts"
import { useFoundWords } from "./use-found-words.ts"

/** An article with every event's evidence marked in it and the event's codes beside it. */
export default function ArticlePage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useDocument(id)
  usePageTitle(data && (data.title ?? data.id))
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? <PageSkeleton /> : <ArticleView article={data} />
}

function ArticleView({ article }: { readonly article: DocumentPage }) {
  const events = useMemo(() => inReadingOrder(article), [article])
  const active = useActiveEvent(events)
  useEventKeys(events, active)
  const correcting = useCorrecting(article.id)
  const [why, setWhy] = useState<string>()
  const toggleWhy = (id: string) => setWhy(why === id ? undefined : id)
  const chosen = events.find(({ id }) => id === active.chosen)
  useCorrectionKeys({ chosen, correcting, onWhy: () => chosen && toggleWhy(chosen.id) })
  const adding = useAdding({ article, chosen, onAdded: ({ id }) => active.choose(id, "both") })
  useFoundWords()
  return (
    <div className="article">
      <div className="article-main">
        <ArticleHead article={article} />
        <ArticleText text={article.text} events={events} active={active} picked={adding.picked} />
      </div>
      <section className="cards" aria-label="Events read from this article" data-scroller>
        <header>
          <h2>{counted(events.length, "event")}</h2>
          {events.length > 0 && (
            <p className="keys">
              <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> opens the happening, <kbd>c</kbd> confirms,{" "}
              <kbd>f</kbd> fixes, <kbd>x</kbd> rejects, <kbd>u</kbd> undoes, <kbd>w</kbd> tells why,{" "}
              <kbd>a</kbd> adds one that was missed
            </p>
          )}
          <AddButton adding={adding} />
        </header>
        <AddPanel text={article.text} events={events} adding={adding} correcting={correcting} />
        {events.length === 0 && <p className="empty">No event between states was read from this article.</p>}
        <ol>
          {events.map((event, at) => (
            <EventCard key={event.id} event={event} number={at + 1} active={active}>
              <CardTools
                event={event}
                events={events}
                correcting={correcting}
                why={why === event.id}
                onWhy={() => toggleWhy(event.id)}
              />
            </EventCard>
          ))}
        </ol>
        <OrphanList orphans={article.orphans} />
        <SecondOpinions document={article.id} events={events} />
      </section>
    </div>
  )
}

function ArticleHead({ article }: { readonly article: DocumentPage }) {
  return (
    <header className="page-head">
      <p className="crumbs">
        <Link href="/documents">Articles</Link>
      </p>
      <h1>{article.title ?? article.id}</h1>
      <p className="byline">
        <OutletName outlet={article.outlet} full />
        <time dateTime={article.published ?? undefined}>{dayWords(article.published)}</time>
        {article.url !== null && /^https?:\/\//.test(article.url) && (
          <a href={article.url} rel="noreferrer noopener" target="_blank">
            Source
          </a>
        )}
      </p>
    </header>
  )
}

function inReadingOrder({ coded }: DocumentPage): DocumentPage["coded"] {
  return readingOrder(coded.map(({ evidence }) => evidence)).flatMap((at) => coded[at] ?? [])
}
