import { Failure } from "../data/client.ts"

/** What went wrong and what to do about it, in the server's words where it gave some. */
export function FailureNotice({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const remedy = error instanceof Failure ? error.remedy : undefined
  const missing = error instanceof Failure && error.status === 404
  return (
    <section className="notice" role="alert">
      <h1>{missing ? "Not in the record" : "This could not be shown"}</h1>
      <p>{sentence(error.message)}</p>
      {remedy !== undefined && <p>{sentence(remedy)}</p>}
      <p className="notice-actions">
        {retry !== undefined && !missing && (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}
        <a href="/">All pairs</a>
      </p>
    </section>
  )
}

const sentence = (words: string): string => {
  const text = words.charAt(0).toUpperCase() + words.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
