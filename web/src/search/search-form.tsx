import { type FormEvent, useId, useRef } from "react"
import { navigate } from "wouter/use-browser-location"
import { usePairs } from "../data/queries.ts"
import { useSources } from "../data/workbench-queries.ts"
import { readAsk, type SearchAsk, searchAddress } from "./search-ask.ts"

/** What to look for, where, and between which days. Sending it writes it into the address, from where it is read again. */
export function SearchForm({ ask }: { readonly ask: SearchAsk }) {
  const form = useRef<HTMLFormElement>(null)
  const send = () => form.current?.requestSubmit()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    navigate(searchAddress(readAsk(new URLSearchParams(given))))
  }
  return (
    <search>
      <form ref={form} className="search-form" aria-label="Search the record" onSubmit={submit}>
        <div className="search-line">
          <label className="field search-words">
            <span className="unseen">Words to look for</span>
            <input type="search" name="q" defaultValue={ask.q} placeholder="Words, “phrases”, fields" />
          </label>
          <button type="submit" className="search-send">
            Search
          </button>
        </div>
        <div className="search-filters">
          <label className="field">
            <span>Look in</span>
            <select name="in" defaultValue={ask.scope} onChange={send}>
              <option value="articles">articles</option>
              <option value="evidence">evidence of events</option>
            </select>
          </label>
          <label className="field">
            <span>First</span>
            <select name="order" defaultValue={ask.order} onChange={send}>
              <option value="relevance">the best</option>
              <option value="date">the latest</option>
            </select>
          </label>
          <PairField pair={ask.pair} />
          <OutletField outlet={ask.outlet} />
          <label className="field">
            <span>From</span>
            <input type="date" name="from" defaultValue={ask.from} />
          </label>
          <label className="field">
            <span>To</span>
            <input type="date" name="to" defaultValue={ask.to} />
          </label>
        </div>
      </form>
    </search>
  )
}

function PairField({ pair }: { readonly pair: string }) {
  const id = useId()
  const { data } = usePairs()
  return (
    <label className="field field-pair">
      <span>Pair</span>
      <input
        name="pair"
        list={id}
        defaultValue={pair}
        placeholder="any, or BLR-CHN"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={id}>
        {(data ?? []).map((row) => (
          <option key={row.pair} value={row.pair} label={`${row.a.name} – ${row.b.name}`} />
        ))}
      </datalist>
    </label>
  )
}

function OutletField({ outlet }: { readonly outlet: string }) {
  const id = useId()
  const { data } = useSources()
  return (
    <label className="field field-outlet">
      <span>Outlet</span>
      <input
        name="outlet"
        list={id}
        defaultValue={outlet}
        placeholder="any name or domain"
        autoComplete="off"
      />
      <datalist id={id}>
        {(data?.outlets ?? []).map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </label>
  )
}
