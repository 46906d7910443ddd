import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { namesAgree, ownness } from "../../../src/event/vouching/own-words.ts"

test("a shorter name agrees with the fuller one that holds all its words", () => {
  assert.equal(namesAgree("Solberg", "Erna Solberg"), true)
  assert.equal(namesAgree("Ministry of Trade of Peru", "the Peru trade ministry"), true)
  assert.equal(namesAgree("Erna Solberg", "Erna Berg"), false)
})

test("nobody agrees with a name of no words", () => {
  assert.equal(namesAgree("the", "the"), false)
})

test("agreement has no direction and is blind to case, accents and articles", () => {
  const name = fc.array(fc.constantFrom("Peru", "Óscar", "bank", "of", "the", "Lima", "press"), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(name, name, (left, right) => {
      const [a, b] = [left.join(" "), right.join(" ")]
      assert.equal(namesAgree(a, b), namesAgree(b, a))
      assert.equal(namesAgree(a, b), namesAgree(`the ${a.toUpperCase()}`, b))
      assert.equal(namesAgree(a, b), namesAgree(a.replaceAll("Ó", "O"), b))
    }),
  )
})

test("a teller is an event's own by name, or of the same state, or neither", () => {
  const actors = [{ name: "Erna Solberg", country: "NOR" }]
  assert.equal(ownness({ name: "Solberg", country: "NOR" }, actors), 1)
  assert.equal(ownness({ name: "Statoil", country: "NOR" }, actors), 2)
  assert.equal(ownness({ name: "Reuters" }, actors), 0)
  assert.equal(ownness({ name: "Reuters" }, []), 3)
})
