/** What a reader must bear in mind. */
export function KnownLimits() {
  return (
    <section aria-labelledby="limits-heading">
      <h2 id="limits-heading">Known limits</h2>
      <ul>
        <li>
          Only English text is read, and only what its sentences say; irony, pictures and tables are not
          understood.
        </li>
        <li>A date marked “implied” is not in the text: it was filled in from the day of publication.</li>
        <li>
          Two reports are joined when kind, participants, dates and places allow it. Happenings much alike and
          close in time may be joined wrongly, and one told very differently may stand twice.
        </li>
        <li>
          Independence is judged by owner. Outlets that copy one agency count apart unless they name it, and
          an outlet missing from the table of outlets counts as its own owner.
        </li>
        <li>The record knows what its articles tell. Silence may mean peace, or that nobody wrote of it.</li>
      </ul>
    </section>
  )
}
