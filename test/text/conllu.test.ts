import assert from "node:assert/strict"
import { test } from "node:test"
import { readConllu, writeConllu } from "../../src/text/conllu.ts"

const TEXT = `# sent_id = 1
# text = They don't agree.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tever\t_\t_\t_\t_\t_\t_\t_\t_
4\tagree\tagree\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
`

test("tokens, heads and comments are read; ranges decide spaces and empty nodes are left out", () => {
  const [sentence] = readConllu(TEXT)
  assert.deepEqual(
    sentence?.tokens.map(({ form }) => form),
    ["They", "do", "n't", "agree", "."],
  )
  assert.deepEqual(
    sentence?.tokens.map(({ spaceAfter }) => spaceAfter),
    [true, false, true, false, true],
  )
  assert.deepEqual(
    sentence?.tokens.map(({ head }) => head),
    [4, 4, 4, 0, 4],
  )
  assert.equal(sentence?.comments.length, 2)
})

test("what is written is read back the same", () => {
  const sentences = readConllu(`${TEXT}\r\n${TEXT}`)
  assert.equal(sentences.length, 2)
  assert.deepEqual(readConllu(writeConllu(sentences)), sentences)
})

test("an empty text has no sentences", () => assert.deepEqual(readConllu("\n# only a comment\n\n"), []))
