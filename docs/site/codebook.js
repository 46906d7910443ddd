// Shows the codes in which every word that is typed stands.
const search = document.querySelector("#search")
const found = document.querySelector("#found")
const rows = [...document.querySelectorAll("#codes tbody tr")].map((row) => ({
  row,
  words: row.textContent.toLowerCase(),
}))

function show() {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const { row, words } of rows) {
    row.hidden = !wanted.every((word) => words.includes(word))
    if (!row.hidden) count++
  }
  found.value = `${count} ${count === 1 ? "code" : "codes"}`
}

search.addEventListener("input", show)
show()
