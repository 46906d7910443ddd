import type { SyntaxHeader } from "./syntax-model.ts"

/** Penn tags and relations of function words, which only attested words may have. */
const CLOSED_TAGS = new Set("IN DT PDT CC MD TO PRP PRP$ WDT WP WP$ WRB EX POS RP".split(" "))
const CLOSED_RELATIONS = new Set(
  "case mark cc det aux aux:pass cop expl compound:prt det:predet cc:preconj".split(" "),
)

const indices = (names: readonly string[], allows: (name: string) => boolean): readonly number[] =>
  names.flatMap((name, index) => (allows(name) ? [index] : []))

/** Which of the model's labels a token may get, as indices: all of them, or those of content words only. */
export interface LabelChoice {
  readonly tags: readonly number[]
  readonly openTags: readonly number[]
  /** Relations to a head; "root" is not among them. */
  readonly relations: readonly number[]
  readonly openRelations: readonly number[]
  readonly root: number
}

/** Sorts a model's labels by what they may be given to. */
export const labelChoice = ({ tags, relations }: SyntaxHeader): LabelChoice => ({
  tags: indices(tags, () => true),
  openTags: indices(tags, (tag) => !CLOSED_TAGS.has(tag.split(" ")[1] ?? "")),
  relations: indices(relations, (name) => name !== "root"),
  openRelations: indices(relations, (name) => name !== "root" && !CLOSED_RELATIONS.has(name)),
  root: relations.indexOf("root"),
})
