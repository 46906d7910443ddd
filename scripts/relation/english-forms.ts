/** Verbs whose past tense or participle is irregular: base → [past, participle]. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = Object.fromEntries(
  (
    "be was been|beat beat beaten|begin began begun|blow blew blown|bow bowed bowed|break broke broken|build built built|" +
    "burn burned burned|buy bought bought|call called called|come came come|cut cut cut|draw drew drawn|drive drove driven|" +
    "fight fought fought|feed fed fed|find found found|forgive forgave forgiven|give gave given|go went gone|have had had|" +
    "hit hit hit|hold held held|lay laid laid|leave left left|lend lent lent|let let let|meet met met|pay paid paid|put put put|" +
    "quit quit quit|recall recalled recalled|rule ruled ruled|sell sold sold|send sent sent|set set set|shoot shot shot|" +
    "shut shut shut|sit sat sat|speak spoke spoken|spend spent spent|spread spread spread|stand stood stood|strike struck struck|" +
    "sue sued sued|take took taken|throw threw thrown|withdraw withdrew withdrawn|write wrote written|overthrow overthrew overthrown|" +
    "overrun overran overrun|seek sought sought|slap slapped slapped|stop stopped stopped|ban banned banned|bar barred barred|" +
    "rob robbed robbed|drop dropped dropped|step stepped stepped|beg begged begged|confer conferred conferred|kidnap kidnapped kidnapped|" +
    "refer referred referred|slam slammed slammed|scrap scrapped scrapped|gas gassed gassed|stab stabbed stabbed|expel expelled expelled|" +
    "plan planned planned|rebuff rebuffed rebuffed|equip equipped equipped|quash quashed quashed|shell shelled shelled|spurn spurned spurned"
  )
    .split("|")
    .map((row) => {
      const [base = "", past = "", participle = ""] = row.split(" ")
      return [base, [past, participle] as const]
    }),
)

const isConsonant = (letter: string): boolean => letter !== "" && !"aeiou".includes(letter)

const regularPast = (base: string): string => {
  if (base.endsWith("e")) return `${base}d`
  if (base.endsWith("y") && isConsonant(base.at(-2) ?? "")) return `${base.slice(0, -1)}ied`
  return `${base}ed`
}

export const pastTense = (base: string): string => IRREGULAR[base]?.[0] ?? regularPast(base)
export const participle = (base: string): string => IRREGULAR[base]?.[1] ?? regularPast(base)

/** "stopped" doubles its consonant, so does "stopping". */
export function gerund(base: string): string {
  const past = IRREGULAR[base]?.[0] ?? ""
  if (past === `${base}${base.at(-1)}ed` || /(let|cut|put|set|shut|sit|hit|quit|run|gin|get)$/.test(base))
    return `${base}${base.at(-1)}ing`
  if (base.endsWith("e") && !base.endsWith("ee")) return `${base.slice(0, -1)}ing`
  return `${base}ing`
}

export function thirdPerson(base: string): string {
  if (base === "have") return "has"
  if (/(s|sh|ch|x|z|o)$/.test(base)) return `${base}es`
  if (base.endsWith("y") && isConsonant(base.at(-2) ?? "")) return `${base.slice(0, -1)}ies`
  return `${base}s`
}
