import assert from "node:assert/strict"
import { test } from "node:test"
import type { Analysis } from "../../src/text/analysis.ts"
import { perAnalysis, perAnalysisAnd, perToken } from "../../src/text/per-analysis.ts"

const analysisOf = (text: string): Analysis => ({ text, count: text.length }) as Analysis

test("an analysis is asked once as long as no other comes between", () => {
  let asked = 0
  const lengthOf = perAnalysis(({ text }) => {
    asked += 1
    return text.length
  })
  const [one, two] = [analysisOf("Minsk"), analysisOf("Beijing")]
  assert.deepEqual([one, one, two, two, one].map(lengthOf), [5, 5, 7, 7, 5])
  assert.equal(asked, 3)
})

test("each token is answered once, also with false or an empty word, and none beyond the text is kept", () => {
  const asked: number[] = []
  const letterAt = perToken(({ text }, token) => {
    asked.push(token)
    return text.charAt(token)
  })
  const analysis = analysisOf("ab")
  assert.deepEqual(
    [0, 1, 1, 0, 2, 2, -1].map((token) => letterAt(analysis, token)),
    ["a", "b", "b", "a", "", "", ""],
  )
  assert.deepEqual(asked, [0, 1, 2, 2, -1])
  let times = 0
  const never = perToken(() => {
    times += 1
    return false
  })
  assert.deepEqual([never(analysis, 0), never(analysis, 0), times], [false, false, 1])
})

test("two models keep what they know of an analysis apart", () => {
  const find = perAnalysisAnd(({ text }, model: { readonly mark: string }) => text + model.mark)
  const [loud, doubtful] = [{ mark: "!" }, { mark: "?" }]
  const analysis = analysisOf("Peace")
  assert.deepEqual(
    [find(analysis, loud), find(analysis, doubtful), find(analysis, loud)],
    ["Peace!", "Peace?", "Peace!"],
  )
})
