// `npx tsx scripts/train-lemmas.ts [--corpora DIR]`
// Learns data/models/lemmas.tsv from the treebank: the base forms of verbs, and every form whose most frequent lemma the
// rules of src/text/lemmatiser.ts would miss. Prints the share of right lemmas on the development part.
import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { type ConlluToken, readConllu } from "../src/text/conllu.ts"
import { loadLemmatiser, ruleLemma } from "../src/text/lemmatiser.ts"
import { loadVectors } from "../src/text/vectors.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: { corpora: { type: "string", default: resolve(ROOT, "../shared/corpora") } },
})
/** Irregular verbs, past and participle, that news uses and the treebank may lack. Facts of English. */
const IRREGULAR =
  "arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|overcome overcame overcome|oversee oversaw overseen|overthrow overthrew overthrown|overtake overtook overtaken|partake partook partaken|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|repay repaid repaid|retake retook retaken|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stride strode stridden|strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written"

const plural = (pairs: string): [string, string][] =>
  pairs.split(" ").map((pair) => pair.split(":") as [string, string])
const IRREGULAR_PLURALS = plural(
  "men:man women:woman children:child lives:life wives:wife knives:knife leaves:leaf halves:half selves:self thieves:thief wolves:wolf shelves:shelf feet:foot teeth:tooth mice:mouse geese:goose crises:crisis analyses:analysis bases:base theses:thesis criteria:criterion phenomena:phenomenon media:medium data:datum policemen:policeman servicemen:serviceman spokesmen:spokesman spokeswomen:spokeswoman gunmen:gunman congressmen:congressman businessmen:businessman fishermen:fisherman chairmen:chairman militiamen:militiaman troops:troop series:series species:species talks:talk buses:bus gases:gas viruses:virus campuses:campus heroes:hero vetoes:veto embargoes:embargo echoes:echo potatoes:potato tomatoes:tomato shoes:shoe movies:movie ties:tie lies:lie pies:pie dies:die",
)

const key = ({ form, xpos }: ConlluToken): string => `${form.toLowerCase().replaceAll("’", "'")}\t${xpos}`
const read = (part: string): ConlluToken[] =>
  readConllu(readFileSync(resolve(options.corpora, `ud-english/${part}.conllu`), "utf8")).flatMap(
    ({ tokens }) => [...tokens],
  )

const train = read("train")
const vectors = loadVectors(bundledData)
const isWord = (word: string): boolean => vectors.has(word)
const verbs = new Set(IRREGULAR.split("|").map((row) => row.split(" ")[0] ?? ""))
const seen = new Map<string, Map<string, number>>()
for (const token of train) {
  if (token.upos === "VERB" && /^[a-z]{2,}$/u.test(token.lemma)) verbs.add(token.lemma)
  const counts = seen.get(key(token)) ?? new Map<string, number>()
  counts.set(token.lemma, (counts.get(token.lemma) ?? 0) + 1)
  seen.set(key(token), counts)
}

const rows = new Map<string, string>()
for (const verb of verbs) rows.set(`${verb}\tVB`, verb)
const casedTags = new Set(["NNP", "NNPS", "ADD", "GW"])
for (const [at, counts] of seen) {
  const [form = "", tag = ""] = at.split("\t")
  const [lemma, count] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
  const ruled = ruleLemma(form, tag, verbs, isWord)
  const cased = casedTags.has(tag)
  if (cased ? lemma.toLowerCase() === ruled || count < 3 : lemma === ruled) continue
  if (/\s/u.test(lemma) || form.startsWith("#") || form.startsWith('"')) continue
  rows.set(at, lemma)
}
// Facts of English go before what the treebank's typing errors say.
for (const row of IRREGULAR.split("|")) {
  const [lemma = "", past = "", participle = ""] = row.split(" ")
  rows.set(`${past}\tVBD`, lemma)
  rows.set(`${participle}\tVBN`, lemma)
}
for (const [form, lemma] of IRREGULAR_PLURALS) rows.set(`${form}\tNNS`, lemma)
const sorted = [...rows].sort((a, b) => (a[0] < b[0] ? -1 : 1))
writeFileSync(
  resolve(ROOT, "data/models/lemmas.tsv"),
  `form\ttag\tlemma\n${sorted.map(([at, lemma]) => `${at}\t${lemma}`).join("\n")}\n`,
)

const lemmatiser = loadLemmatiser(bundledData, isWord)
const errors = new Map<string, number>()
const dev = read("dev")
let right = 0
for (const token of dev) {
  const lemma = lemmatiser.lemma(token.form, token.xpos)
  if (lemma === token.lemma) right += 1
  else {
    const what = `${token.form} ${token.xpos}: ${lemma}, not ${token.lemma}`
    errors.set(what, (errors.get(what) ?? 0) + 1)
  }
}
console.log(
  `${sorted.length} rows; lemmas right on dev, gold tags: ${((100 * right) / dev.length).toFixed(2)} %`,
)
for (const [what, count] of [...errors].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(count, what)
