// `npm run docs`: writes the tables of docs/formats.md anew, and builds the documentation as static pages into dist/docs.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { buildSite } from "./docs/build-site.ts"
import { withFormatTables } from "./docs/format-tables.ts"
import { ROOT } from "./docs/site-pages.ts"

const FORMATS = join(ROOT, "docs/formats.md")
const OUT = join(ROOT, "dist/docs")

const formats = readFileSync(FORMATS, "utf8")
const written = withFormatTables(formats)
if (written !== formats) writeFileSync(FORMATS, written)
const dead = buildSite(OUT)
for (const link of dead) process.stderr.write(`${link}\n`)
if (dead.length > 0) process.exitCode = 1
process.stdout.write(
  `${OUT}: serve it with any server of static files, for example: python3 -m http.server -d dist/docs\n`,
)
