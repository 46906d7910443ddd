import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "node:test"
import { chancery, ROOT } from "./chancery.ts"

const COMMANDS = ["code", "read", "annotate", "resolve", "link", "explain", "run", "serve"]

test("the help lists every command, and each command's help shows examples", () => {
  const { stdout, status } = chancery(["--help"])
  assert.equal(status, 0)
  for (const command of COMMANDS) {
    assert.match(stdout, new RegExp(`^  ${command} `, "m"))
    const help = chancery([command, "--help"])
    assert.equal(help.status, 0)
    assert.match(help.stdout, new RegExp(`Examples:\\n[^]*chancery ${command}`))
  }
})

test("the version is the package's", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }
  assert.equal(chancery(["--version"]).stdout, `${version}\n`)
})

test("a wrong call says what is wrong on stderr and ends with 2", () => {
  for (const args of [
    ["cod"],
    ["code", "--worker", "2"],
    ["code", "--workers", "none"],
    ["explain"],
    ["serve", "--port", "x"],
  ]) {
    const { status, stdout, stderr } = chancery(args)
    assert.equal(status, 2, args.join(" "))
    assert.equal(stdout, "")
    assert.match(stderr, /^error: /)
  }
})

test("an unknown code is an error on stderr, and costs the others nothing", () => {
  const { stdout, stderr, status } = chancery(["explain", "FIGHT", "AID"])
  assert.equal(status, 1)
  assert.match(stderr, /"FIGHT" is no code/)
  assert.match(stdout, /^AID /)
})

test("a code is explained in words", () => {
  const { stdout, status } = chancery(["explain", "AGREE", "042"])
  assert.equal(status, 0)
  assert.match(stdout, /^AGREE \(verbal cooperation/)
  assert.match(stdout, /\n042 \(CAMEO/)
})
