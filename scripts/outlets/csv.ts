/** Reads RFC 4180 text with a header line into one record a row; quoted cells may hold commas, quotes and line ends. */
export function parseCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ""))
  return rows
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])))
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ""
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ",") {
      row.push(cell.trim())
      cell = ""
    } else if (character === "\n") {
      row.push(cell.trim())
      rows.push(row)
      row = []
      cell = ""
    } else if (character !== "\r") cell += character
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell.trim()])
  return rows
}
