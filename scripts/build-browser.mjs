// `node scripts/build-browser.mjs`: bundles the coder for browsers from the built library, and packs the data that it reads.
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"

const DIST = join(import.meta.dirname, "../dist")
const OUT = join(DIST, "browser")

const { packBundledData } = await import(join(DIST, "app/browser/pack-bundled.js"))
const packs = { "data.bin": packBundledData("accurate"), "data-fast.bin": packBundledData("fast") }

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await build({
  entryPoints: ["index", "worker", "reader"].map((name) => join(DIST, `app/browser/${name}.js`)),
  outdir: OUT,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
})
for (const [name, packed] of Object.entries(packs)) writeFileSync(join(OUT, name), packed)
