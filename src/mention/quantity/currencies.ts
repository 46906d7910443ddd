/** A currency of ISO 4217: its code, the noun that counts it, and the adjectives that tell it from others of that noun. */
interface Currency {
  readonly code: string
  readonly noun: string
  readonly qualifiers: string
  /** The noun alone means this currency. */
  readonly plain: boolean
}

const currency = (code: string, noun: string, qualifiers: string, plain = false): Currency => ({
  code,
  noun,
  qualifiers,
  plain,
})

/** Codes after ISO 4217; a noun is plain where news in English uses it alone for one currency. */
const CURRENCIES: readonly Currency[] = [
  currency("USD", "dollar", "us|u.s|american|united states", true),
  currency("CAD", "dollar", "canadian"),
  currency("AUD", "dollar", "australian"),
  currency("NZD", "dollar", "new zealand"),
  currency("HKD", "dollar", "hong kong"),
  currency("SGD", "dollar", "singapore|singaporean"),
  currency("TWD", "dollar", "taiwan|taiwanese|new taiwan"),
  currency("ZWL", "dollar", "zimbabwean|zimbabwe"),
  currency("LRD", "dollar", "liberian"),
  currency("NAD", "dollar", "namibian"),
  currency("EUR", "euro", "", true),
  currency("GBP", "pound", "british|sterling"),
  currency("EGP", "pound", "egyptian"),
  currency("LBP", "pound", "lebanese"),
  currency("SYP", "pound", "syrian"),
  currency("SDG", "pound", "sudanese"),
  currency("SSP", "pound", "south sudanese"),
  currency("JPY", "yen", "japanese", true),
  currency("CNY", "yuan", "chinese", true),
  currency("CNY", "renminbi", "chinese", true),
  currency("RUB", "ruble", "russian", true),
  currency("RUB", "rouble", "russian", true),
  currency("BYN", "ruble", "belarusian|belarussian|belarus"),
  currency("BYN", "rouble", "belarusian|belarussian|belarus"),
  currency("UAH", "hryvnia", "ukrainian", true),
  currency("UAH", "hryvna", "ukrainian", true),
  currency("PLN", "zloty", "polish", true),
  currency("CZK", "koruna", "czech", true),
  currency("CZK", "crown", "czech"),
  currency("HUF", "forint", "hungarian", true),
  currency("RON", "leu", "romanian"),
  currency("RON", "lei", "romanian", true),
  currency("MDL", "leu", "moldovan"),
  currency("MDL", "lei", "moldovan"),
  currency("BGN", "lev", "bulgarian"),
  currency("BGN", "leva", "bulgarian", true),
  currency("RSD", "dinar", "serbian"),
  currency("IQD", "dinar", "iraqi"),
  currency("KWD", "dinar", "kuwaiti"),
  currency("JOD", "dinar", "jordanian"),
  currency("DZD", "dinar", "algerian"),
  currency("LYD", "dinar", "libyan"),
  currency("TND", "dinar", "tunisian"),
  currency("BHD", "dinar", "bahraini"),
  currency("MKD", "denar", "macedonian", true),
  currency("ALL", "lek", "albanian", true),
  currency("SEK", "krona", "swedish", true),
  currency("SEK", "kronor", "swedish", true),
  currency("SEK", "crown", "swedish"),
  currency("NOK", "krone", "norwegian"),
  currency("NOK", "kroner", "norwegian"),
  currency("NOK", "crown", "norwegian"),
  currency("DKK", "krone", "danish"),
  currency("DKK", "kroner", "danish"),
  currency("DKK", "crown", "danish"),
  currency("ISK", "krona", "icelandic"),
  currency("CHF", "franc", "swiss"),
  currency("XOF", "franc", "cfa"),
  currency("CDF", "franc", "congolese"),
  currency("RWF", "franc", "rwandan"),
  currency("BIF", "franc", "burundian"),
  currency("TRY", "lira", "turkish", true),
  currency("TRY", "liras", "turkish", true),
  currency("ILS", "shekel", "israeli|new israeli", true),
  currency("SAR", "riyal", "saudi", true),
  currency("QAR", "riyal", "qatari"),
  currency("IRR", "rial", "iranian", true),
  currency("IRR", "toman", "iranian"),
  currency("YER", "rial", "yemeni"),
  currency("OMR", "rial", "omani"),
  currency("AED", "dirham", "uae|emirati", true),
  currency("MAD", "dirham", "moroccan"),
  currency("INR", "rupee", "indian", true),
  currency("PKR", "rupee", "pakistani"),
  currency("LKR", "rupee", "sri lankan"),
  currency("NPR", "rupee", "nepalese|nepali"),
  currency("BDT", "taka", "bangladeshi", true),
  currency("AFN", "afghani", "", true),
  currency("KRW", "won", "south korean|korean"),
  currency("KPW", "won", "north korean"),
  currency("THB", "baht", "thai", true),
  currency("VND", "dong", "vietnamese", true),
  currency("MYR", "ringgit", "malaysian", true),
  currency("IDR", "rupiah", "indonesian", true),
  currency("PHP", "peso", "philippine|filipino"),
  currency("MXN", "peso", "mexican"),
  currency("ARS", "peso", "argentine|argentinian"),
  currency("CLP", "peso", "chilean"),
  currency("COP", "peso", "colombian"),
  currency("CUP", "peso", "cuban"),
  currency("UYU", "peso", "uruguayan"),
  currency("BRL", "real", "brazilian"),
  currency("BRL", "reais", "brazilian", true),
  currency("PEN", "sol", "peruvian"),
  currency("VES", "bolivar", "venezuelan", true),
  currency("BOB", "boliviano", "bolivian", true),
  currency("PYG", "guarani", "paraguayan", true),
  currency("KZT", "tenge", "kazakh|kazakhstani", true),
  currency("UZS", "sum", "uzbek"),
  currency("KGS", "som", "kyrgyz", true),
  currency("TJS", "somoni", "tajik", true),
  currency("TMT", "manat", "turkmen"),
  currency("AZN", "manat", "azerbaijani|azeri", true),
  currency("GEL", "lari", "georgian", true),
  currency("AMD", "dram", "armenian", true),
  currency("MNT", "tugrik", "mongolian", true),
  currency("MMK", "kyat", "burmese|myanmar", true),
  currency("ZAR", "rand", "south african", true),
  currency("NGN", "naira", "nigerian", true),
  currency("GHS", "cedi", "ghanaian", true),
  currency("ETB", "birr", "ethiopian", true),
  currency("KES", "shilling", "kenyan"),
  currency("UGX", "shilling", "ugandan"),
  currency("TZS", "shilling", "tanzanian"),
  currency("SOS", "shilling", "somali"),
]

const byNoun = new Map<string, Currency[]>()
for (const entry of CURRENCIES)
  for (const form of [entry.noun, `${entry.noun}s`]) byNoun.set(form, [...(byNoun.get(form) ?? []), entry])

const CODES: ReadonlySet<string> = new Set(CURRENCIES.map(({ code }) => code))

/** Signs that stand before or after an amount; letters before "$" tell whose dollar it is. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₽", "RUB"],
  ["₴", "UAH"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₺", "TRY"],
  ["₸", "KZT"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["฿", "THB"],
  ["₫", "VND"],
])

/** What the letters glued before a sign make of it: "C$", "NT$", "CN¥". */
export const SIGN_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["u.s", "USD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["cdn", "CAD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["nz", "NZD"],
  ["hk", "HKD"],
  ["s", "SGD"],
  ["nt", "TWD"],
  ["r", "BRL"],
  ["mex", "MXN"],
  ["cn", "CNY"],
])

/** Words for money that are neither code nor noun: the wire's "dlrs", "RMB". */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["dlrs", "USD"],
  ["dlr", "USD"],
  ["rmb", "CNY"],
  ["rur", "RUB"],
  ["byr", "BYN"],
])

/** ISO 4217 code that a word in capitals is, "USD" or "RMB"; undefined for any other word. */
export function currencyCode(lower: string): string | undefined {
  const upper = lower.toUpperCase()
  return CODES.has(upper) ? upper : ALIASES.get(lower)
}

/** Whether a word counts money in some currency. */
export const isCurrencyNoun = (noun: string): boolean => byNoun.has(noun)

/** The code of a noun and the one or two words before it; null where the noun alone leaves it open, undefined where it may be no money. */
export function currencyOfNoun(noun: string, before: string, beforeThat: string): string | null | undefined {
  const entries = byNoun.get(noun)
  if (entries === undefined) return undefined
  const qualified = entries.find(({ qualifiers }) =>
    qualifiers
      .split("|")
      .some((word) => word !== "" && (word === before || word === `${beforeThat} ${before}`)),
  )
  if (qualified !== undefined) return qualified.code
  const plain = entries.find((entry) => entry.plain)
  if (plain !== undefined) return plain.code
  return AMBIGUOUS_NOUNS.test(noun) ? undefined : null
}

/** Nouns that without an adjective are more often something else than money. */
const AMBIGUOUS_NOUNS = /^(pounds?|crowns?|wons?|reals?|sols?|sums?|levs?|leus?)$/
