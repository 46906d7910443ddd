/** Verbs that carry no word for the act: "held talks", "paid a visit", "is going to discuss". */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  (
    "hold holds held holding pay pays paid paying make makes made making take takes took taken taking have has had having " +
    "do does did done doing give gives gave given giving go goes went gone going get gets got be is are was were been " +
    "say says said tell tells told come comes came begin begins began start starts started end ends ended complete completed"
  ).split(" "),
)

/** True for a word in lower case that any act can be told with. */
export const isLightVerb = (word: string): boolean => LIGHT_VERBS.has(word)
