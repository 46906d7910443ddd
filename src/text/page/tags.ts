const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))

const VOID = words(
  "area base basefont br col embed frame hr img input keygen link meta param source track wbr",
)

/** Elements that have no end tag. */
export const isVoid = (tag: string): boolean => VOID.has(tag)

const PARAGRAPH = words("p")
const HEADED = words("p h1 h2 h3 h4 h5 h6")
const CELLS = words("td th p")
const DEFINITIONS = words("dd dt p")
const BLOCKS_AFTER_P =
  "address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol p pre section table ul"

/** Which open elements end where another begins: "<p>one<p>two" are two paragraphs. */
const IMPLIED_ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...BLOCKS_AFTER_P.split(" ").map((tag) => [tag, PARAGRAPH] as const),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, HEADED] as const),
  ["li", words("li p")],
  ["tr", words("tr td th p")],
  ["td", CELLS],
  ["th", CELLS],
  ["tbody", words("thead tr td th")],
  ["tfoot", words("tbody tr td th")],
  ["dd", DEFINITIONS],
  ["dt", DEFINITIONS],
  ["option", words("option")],
  ["a", words("a")],
  ["body", words("head")],
])

/** The open elements that the begin of `tag` ends, if any. */
export const impliedEnds = (tag: string): ReadonlySet<string> | undefined => IMPLIED_ENDS.get(tag)

const BLOCKS = words(
  "html body address article aside blockquote center dd details dialog div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
)

/** Elements that begin and end a paragraph. */
export const isBlock = (tag: string): boolean => BLOCKS.has(tag)

/** No part of what an article says, wherever they stand. A caption describes its picture, often an older one, not the news. */
const SILENT = words(
  "audio button canvas datalist dialog embed figcaption footer frame head input map menu meter nav object option progress select textarea title video",
)

export const isSilent = (tag: string): boolean => SILENT.has(tag)
