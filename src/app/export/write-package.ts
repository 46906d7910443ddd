import { createHash } from "node:crypto"
import { createReadStream, existsSync } from "node:fs"
import { mkdir, readdir, stat } from "node:fs/promises"
import { basename, join, resolve } from "node:path"
import type { ExportFilter, Store } from "../../store/index.ts"
import { type Column, documentRecord } from "../../view/formats/index.ts"
import {
  citation,
  codebookText,
  croissant,
  DOCUMENT_SCHEMA,
  dataPackage,
  EVENT_SCHEMA,
  HAPPENING_SCHEMA,
  type PackageFile,
  type PackageTitle,
} from "../../view/package/index.ts"
import { MisuseError } from "../cli/options.ts"
import { csvLines, type ExportNames, ownLines, ownRows, type Rows } from "./formats.ts"
import { writeTexts } from "./write-file.ts"

export interface PackageOptions {
  readonly filter: ExportFilter
  readonly names: ExportNames
  /** Documents without title and text: for sharing what may not be copied. */
  readonly withoutText: boolean
}

/** The descriptor is written last: a folder without it holds no whole package. */
export const DESCRIPTOR = "datapackage.json"
const JSON_LINES = "application/x-ndjson"

interface Planned {
  readonly name: string
  readonly path: string
  readonly mediaType: string
  readonly description: string
  readonly texts: AsyncIterable<string> | Iterable<string>
  readonly columns?: readonly Column[]
  readonly schema?: string
}

/** Writes a folder with all tables, their schemas, the codebook, a citation and descriptors that list every file with its hash. */
export async function writePackage(store: Store, folder: string, options: PackageOptions): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new MisuseError(`${folder} is not empty: name a new folder for the package`)
  await mkdir(join(folder, "schemas"), { recursive: true })
  const files: PackageFile[] = []
  for (const { texts, ...file } of plan(store, options)) {
    await writeTexts(join(folder, file.path), texts)
    files.push({ ...file, ...(await digestOf(join(folder, file.path))) })
  }
  const title = await titleOf(store, folder, options)
  await writeTexts(join(folder, "CITATION.cff"), [citation(title)])
  await writeTexts(join(folder, "croissant.json"), [pretty(croissant(title, files))])
  await writeTexts(join(folder, DESCRIPTOR), [pretty(dataPackage(title, files))])
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function plan(store: Store, { filter, names, withoutText }: PackageOptions): Planned[] {
  const events = withoutRecord(ownRows(store, "events", filter, names))
  const happenings = withoutRecord(ownRows(store, "happenings", filter, names))
  const jsonLines = (name: string, description: string, texts: AsyncIterable<string>): Planned => ({
    name,
    path: `${name}.jsonl`,
    mediaType: JSON_LINES,
    description,
    texts,
    schema: `schemas/${name.replace(/s$/, "")}.schema.json`,
  })
  const csv = (name: string, description: string, rows: Rows): Planned => ({
    name: `${name}-table`,
    path: `${name}.csv`,
    mediaType: "text/csv",
    description,
    texts: csvLines(rows),
    columns: rows.columns,
  })
  const schema = (name: string, value: unknown): Planned => ({
    name: `${name}-schema`,
    path: `schemas/${name}.schema.json`,
    mediaType: "application/schema+json",
    description: `JSON Schema of each line of ${name}s.jsonl`,
    texts: [pretty(value)],
  })
  return [
    jsonLines(
      "documents",
      "The articles with their provenance",
      withoutText ? bareDocuments(store, filter) : ownLines(store, "documents", filter),
    ),
    jsonLines("events", "What each article reports", ownLines(store, "events", filter)),
    jsonLines("happenings", "What happened, each once", ownLines(store, "happenings", filter)),
    csv("events", "Events as a table", events),
    csv("happenings", "Happenings as a table", happenings),
    schema("document", DOCUMENT_SCHEMA),
    schema("event", EVENT_SCHEMA),
    schema("happening", HAPPENING_SCHEMA),
    {
      name: "codebook",
      path: "codebook.md",
      mediaType: "text/markdown",
      description: "What each column holds and what each code means",
      texts: [
        codebookText(names.codebook, [
          { path: "events.csv", columns: events.columns },
          { path: "happenings.csv", columns: happenings.columns },
        ]),
      ],
    },
  ]
}

/** A package has the whole records beside its tables. */
function withoutRecord({ columns, rows }: Rows): Rows {
  const kept = columns.length - 1
  const cut = async function* () {
    for await (const row of rows) yield row.slice(0, kept)
  }
  return { columns: columns.slice(0, kept), rows: cut() }
}

async function* bareDocuments(store: Store, filter: ExportFilter): AsyncGenerator<string> {
  for await (const document of store.exportDocuments(filter)) {
    const { text: _text, title: _title, ...rest } = documentRecord(document)
    yield `${JSON.stringify(rest)}\n`
  }
}

async function titleOf(
  store: Store,
  folder: string,
  { filter, names }: PackageOptions,
): Promise<PackageTitle> {
  const { documents, events, happenings, first, last } = await store.summary()
  const chosen = Object.entries(filter).map(([name, value]) => `${name} ${String(value)}`)
  const of = chosen.length === 0 ? "" : ` Chosen: ${chosen.join("; ")}.`
  return {
    name:
      basename(resolve(folder))
        .toLowerCase()
        .replaceAll(/[^a-z0-9._-]+/g, "-") || "record",
    title: "Relations between states, read from news by Chancery",
    description: `From a record of ${documents} documents (${first ?? "undated"} to ${last ?? "undated"}), ${events} events and ${happenings} happenings.${of}`,
    version: names.version,
    day: last,
  }
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256")
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return { bytes: (await stat(path)).size, sha256: hash.digest("hex") }
}
