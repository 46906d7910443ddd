// Codes the text of the form with the browser build, which lies beside this page.
import { createReader } from "./browser/index.js"

const form = document.querySelector("#try")
const state = document.querySelector("#state")
const table = document.querySelector("#events")
const readers = new Map()

/** One reader a mode, loaded when it is first wanted; one that could not be loaded is tried again. */
function readerOf(mode) {
  if (!readers.has(mode)) {
    const reader = createReader({ mode })
    reader.catch(() => readers.delete(mode))
    readers.set(mode, reader)
  }
  return readers.get(mode)
}

const names = (parties) =>
  parties.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join(", ")

function rowOf({ actors, recipients, type, mode, status, date, evidence }) {
  const row = document.createElement("tr")
  const what = [type, mode].filter(Boolean).join(", ")
  for (const text of [names(actors), what, names(recipients), status, date?.start ?? "", evidence.text])
    row.insertCell().textContent = text
  return row
}

async function code() {
  const mode = form.mode.value
  state.textContent = readers.has(mode) ? "Reading …" : "Loading the coder …"
  const reader = await readerOf(mode)
  const begun = performance.now()
  const published = form.published.value
  const { events } = await reader.read({ text: form.text.value, ...(published === "" ? {} : { published }) })
  const seconds = ((performance.now() - begun) / 1000).toFixed(2)
  table.tBodies[0].replaceChildren(...events.map(rowOf))
  table.hidden = events.length === 0
  document.querySelector("#json").textContent = JSON.stringify(events, null, 1)
  state.textContent = `${events.length} ${events.length === 1 ? "event" : "events"} in ${seconds} s`
}

form.addEventListener("submit", (submit) => {
  submit.preventDefault()
  const button = form.querySelector("button")
  button.disabled = true
  code()
    .catch((error) => {
      state.textContent = `It could not be coded: ${error.message}`
    })
    .finally(() => {
      button.disabled = false
    })
})
