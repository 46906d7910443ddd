/** Words that keep their full stop and are followed by a name, so that no sentence ends after them. */
const TITLES =
  "Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Capt Cmdr Cdr Sgt Cpl Pvt Adm Brig Rear Vice Sen Rep Reps Sens Gov Pres Hon Rev Fr Sr St Ste Mt Ft Msgr Amb Min Supt Insp Det Atty Mme Mlle Pte Spc Fmr"

/** Titles that also stand after a name, so that a sentence may end after them: "Downing St." */
const NAME_ENDS = new Set(["St", "Mt", "Ft", "Sr"])

/** Words that keep their full stop and may stand at a sentence's end. */
const OTHERS =
  "Jan Feb Apr Aug Sept Oct Nov Dec Jr Inc Corp Co Cos Ltd Bros Plc LLC etc al vs v cf ca approx est dept Dept Univ Assn Ave Blvd Rd Bldg Hwy Ala Ariz Calif Colo Conn Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Mont Neb Nev Okla Ont Penn Pa Tenn Tex Va Vt Wis Wyo Dist Govt Intl Natl Gen Lieut Mgr Tel Ext Ed Eds Vol Vols Wed Thurs Tues Fri Messrs Ph hrs min mins km sq ft lb lbs oz pc avg max incl resp"

/** Words that keep their full stop only before a number: "No. 5" but "No." */
const BEFORE_NUMBER =
  "No Nos no nos c ca Art Arts Fig Figs Sec Ch pp p para paras Mar Jun Jul Sat Sun Mon Op Res Reg"

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))

const TITLE_ABBREVIATIONS = words(TITLES)
const ABBREVIATIONS = words(`${TITLES} ${OTHERS}`)
const NUMBER_ABBREVIATIONS = words(BEFORE_NUMBER)

const isLetter = (char: string): boolean => char.toLowerCase() !== char.toUpperCase()

/** "U.S", "J", "i.e", "Ph.D", "U.N": one or two letters at a time between stops. A lone letter must be a capital. */
function isDotted(word: string): boolean {
  const parts = word.split(".")
  if (parts.length === 1) return word.length === 1 && word !== word.toLowerCase()
  return parts.every((part) => part.length > 0 && part.length <= 2 && [...part].every(isLetter))
}

/**
 * True where `word`, which stands before a full stop, keeps that stop in its own token. `next` is the first character of
 * what follows, "" at the end of the text.
 */
export function keepsStop(word: string, next: string): boolean {
  if (ABBREVIATIONS.has(word) || isDotted(word)) return true
  return NUMBER_ABBREVIATIONS.has(word) && next >= "0" && next <= "9"
}

/** True where a token that ends in a stop is a title ("Gen.") or a single initial ("J."), so that a name follows. */
export function isTitleOrInitial(token: string): boolean {
  if (!token.endsWith(".")) return false
  const word = token.slice(0, -1)
  return (
    (TITLE_ABBREVIATIONS.has(word) && !NAME_ENDS.has(word)) ||
    (word.length === 1 && word !== word.toLowerCase())
  )
}
