import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadStatusCues, statusOf } from "../../src/event/status.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)
const cues = loadStatusCues(bundledData)

/** The status of the deed that the word tells; the word is looked for from the sentence's end with `last`. */
function statusIn(sentence: string, word: string, last = false): string {
  const analysis = analyse(sentence, models)
  const at = last ? sentence.lastIndexOf(word) : sentence.indexOf(word)
  const token = Array.from(analysis.start).indexOf(at)
  assert.notEqual(token, -1, `"${word}" starts no token of "${sentence}"`)
  return statusOf(analysis, token, cues).status
}

function claims(title: string, status: string, cases: readonly (readonly [string, string])[]): void {
  test(title, () => {
    for (const [sentence, word] of cases)
      assert.equal(statusIn(sentence, word), status, `${word} in "${sentence}"`)
  })
}

claims("what has been scheduled, or will be done, is planned", "planned", [
  ["The Chadian president is due to meet his Nigerian counterpart in Abuja.", "meet"],
  ["Talks between Chad and Niger are scheduled for Monday.", "Talks"],
  ["Talks between Chad and Niger are scheduled for Monday.", "scheduled"],
  ["Talks between the two are due to begin on Friday.", "Talks"],
  ["The envoy will visit Lima next week.", "visit"],
  ["The two sides will hold talks in Geneva.", "talks"],
  ["Finland is to join the pact in spring.", "join"],
  ["The ministers were to meet on Monday.", "meet"],
  ["The general is flying to Quito tomorrow.", "flying"],
  ["Norway announced planned talks with Sweden.", "talks"],
  ["The minister said that he would return to Oslo.", "return"],
  ["The navy is going to blockade the port.", "blockade"],
  ["They decided to withdraw the brigade.", "withdraw"],
  ["The summit was postponed.", "summit"],
  ["The army will stay until Chad signs the accord.", "signs"],
  ["The rebels plotted to kill the premier.", "kill"],
])

claims("what others expect is expected", "expected", [
  ["The leaders were expected to sign trade agreements.", "sign"],
  ["Peru is likely to recall its ambassador.", "recall"],
  ["Analysts anticipate talks between the neighbours.", "talks"],
])

claims("a promise is not the deed", "promised", [
  ["Oslo promised to send medicine to Chad.", "send"],
  ["Japan pledged to help Samoa.", "help"],
  ["Fiji made a commitment to send doctors.", "send"],
])

claims("a threat is not the deed", "threatened", [
  ["The rebels threatened to attack the capital.", "attack"],
  ["The junta repeated its threat to expel the observers.", "expel"],
])

claims("conditions, possibilities, wishes and demands tell of nothing that happened", "hypothetical", [
  ["If Chad attacks Niger, the union will intervene.", "attacks"],
  ["If Chad attacks Niger, the union will intervene.", "intervene"],
  ["The army could attack the port.", "attack"],
  ["Peru urged Chile to withdraw its troops.", "withdraw"],
  ["Peru demanded that Chile withdraw its troops.", "withdraw"],
  ["Peru insisted that Chile withdraw its troops.", "withdraw"],
  ["The union called for talks.", "talks"],
  ["The minister wants to visit Samoa.", "visit"],
  ["A return to talks is unlikely.", "return"],
  ["Bolivia proposed a summit with its neighbours.", "summit"],
])

claims("what somebody denies is denied", "denied", [
  ["Kenya denied that its soldiers attacked the village.", "attacked"],
  ["Kenya denied having attacked the village.", "attacked"],
  ["Kenya denies attacking the village.", "attacking"],
  ["Kenya rejected allegations that it armed the rebels.", "armed"],
])

claims("what the text itself says did not happen has not occurred", "not-occurred", [
  ["Beijing has never condemned the invasion.", "condemned"],
  ["Nor has Beijing ever condemned the invasion.", "condemned"],
  ["Never has Beijing condemned the invasion.", "condemned"],
  ["Neither Chad nor Niger condemned the coup.", "condemned"],
  ["No country recognised the republic.", "recognised"],
  ["The army did not attack the town.", "attack"],
  ["Tonga refused to sign the accord.", "sign"],
  ["There were no talks between Chad and Niger.", "talks"],
  ["There have not been any negotiations between them.", "negotiations"],
  ["Tonga and Fiji held no talks.", "talks"],
  ["The two governments did not hold talks.", "talks"],
  ["The visit did not take place.", "visit"],
  ["The prince left Peru without meeting the president.", "meeting"],
  ["Norway has yet to sign the treaty.", "sign"],
  ["Norway is yet to respond.", "respond"],
  ["Chad no longer supports the rebels.", "supports"],
  ["The police prevented the crowd from attacking the embassy.", "attacking"],
  ["The talks were cancelled.", "talks"],
  ["The queen called off her visit.", "visit"],
  ["Chad refrained from attacking Niger.", "attacking"],
  ["The ministers do not plan to meet.", "meet"],
])

claims("what goes on is ongoing", "ongoing", [
  ["The Fijian premier is visiting Tonga.", "visiting"],
  ["Chad continues to shell the border.", "shell"],
  ["The army has been shelling the town since Monday.", "shelling"],
])

claims("what is told as fact has occurred", "occurred", [
  ["Chad attacked Niger.", "attacked"],
  ["The minister told reporters that Chad had attacked Niger.", "attacked"],
  ["The minister said Chad attacked Niger.", "attacked"],
  ["Not only did it condemn the coup; it recalled its envoy.", "recalled"],
  ["The army not only attacked the town but burned it.", "attacked"],
  ["The two presidents discussed the attack.", "attack"],
  ["The union called for an end to the war.", "war"],
  ["The premier will condemn the attack.", "attack"],
  ["He plans to visit the general, who attacked Niger.", "attacked"],
  ["The player was banned for attacking a referee.", "attacking"],
  ["I would like to thank Norway for its aid.", "thank"],
  ["Kenya denied the allegation.", "allegation"],
  ["The premier refused to stay and left the talks.", "left"],
  ["Chad and Niger signed a treaty that will end the dispute.", "signed"],
])

test("a denial is itself a deed that occurred", () => {
  assert.equal(statusIn("Kenya denied that its soldiers attacked the village.", "denied"), "occurred")
})

test("an event noun that somebody denies is denied", () => {
  assert.equal(statusIn("Kenya denied the attack.", "attack"), "denied")
})

test("each of two coordinated plans is a plan, but a new clause is its own", () => {
  const sentence = "Tonga plans to visit Fiji and to meet its king, and Samoa condemned the trip."
  assert.equal(statusIn(sentence, "meet"), "planned")
  assert.equal(statusIn(sentence, "condemned"), "occurred")
})

test("a status that does not exist is refused with the file's line", () => {
  const data = {
    text: () => "governor\tpos\trelation\tstatus\nplan\tverb\txcomp\tlikely\n",
    bytes: () => new Uint8Array(),
  }
  assert.throws(() => loadStatusCues(data), /patterns\/status\.tsv:2: unknown status "likely"/)
})
