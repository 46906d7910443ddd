const PLURAL_ES = /(?:s|x|z|ch|sh)$/
const PLURAL_IES = /[^aeiou]y$/

/** The regular English plural of a noun's last word. */
export function regularPlural(noun: string): string {
  if (PLURAL_IES.test(noun)) return `${noun.slice(0, -1)}ies`
  return PLURAL_ES.test(noun) ? `${noun}es` : `${noun}s`
}
