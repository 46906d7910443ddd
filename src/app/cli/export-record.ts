import { type ExportFilter, type Store, writeParquet } from "../../store/index.ts"
import { PANEL_COLUMNS } from "../../view/index.ts"
import { dyadPanel } from "../dyad-panel.ts"
import { loadFormatNames } from "../export/format-names.ts"
import { csvLines, type ExportNames, othersLines, ownLines, ownRows, ploverLines } from "../export/formats.ts"
import { whenWhole, writeTexts } from "../export/write-file.ts"
import { writePackage } from "../export/write-package.ts"
import { openRecord } from "../open-record.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { csvLine } from "./csv.ts"
import type { ExportCommandOptions } from "./export.ts"
import { MisuseError } from "./options.ts"
import { writeOut } from "./stdout.ts"

/** Writes what the options ask for to a file, a folder or standard output. */
export async function exportRecord(options: ExportCommandOptions): Promise<void> {
  if (options.format === "parquet" && options.out === undefined && options.package === undefined)
    throw new MisuseError("Parquet needs a file: name one with --out")
  const names = { ...loadFormatNames(), outlets: loadOutletsWith(options.outlets) }
  const filter = filterOf(options)
  const store = await openRecord(options.store)
  try {
    if (options.package !== undefined)
      await writePackage(store, options.package, { filter, names, withoutText: options.withoutText ?? false })
    else if (options.format === "parquet") {
      const { columns, rows } = ownRows(store, options.table, filter, names)
      await whenWhole(options.out as string, (part) => writeParquet(part, columns, rows))
    } else {
      const lines = linesOf(store, options, filter, names)
      if (options.out !== undefined) await writeTexts(options.out, lines)
      else for await (const line of lines) await writeOut(line)
    }
  } finally {
    await store.close()
  }
}

function filterOf({ pair, type, status, from, to, outlet }: ExportCommandOptions): ExportFilter {
  return {
    ...(pair === undefined ? {} : { pair }),
    ...(type === undefined ? {} : { types: type }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outlet === undefined ? {} : { outlet }),
  }
}

function linesOf(
  store: Store,
  { format, table, extended, ...options }: ExportCommandOptions,
  filter: ExportFilter,
  names: ExportNames,
): AsyncIterable<string> {
  if (format === "jsonl") return ownLines(store, table, filter)
  if (format === "csv") return csvLines(ownRows(store, table, filter, names))
  if (format === "plover-jsonl") return ploverLines(store, filter, names)
  if (format === "panel") return panelLines(store, options.by, filter, names)
  if (format === "parquet") throw new Error("Parquet is no text")
  return othersLines(store, format, { filter, extended: extended ?? false, names })
}

async function* panelLines(
  store: Store,
  by: ExportCommandOptions["by"],
  { types, statuses, outlet, ...bounds }: ExportFilter,
  names: ExportNames,
): AsyncGenerator<string> {
  const filter = {
    ...(types === undefined ? {} : { types }),
    ...(statuses === undefined ? {} : { statuses }),
    ...(outlet === undefined ? {} : { outlet }),
  }
  const request = { by, directed: true, weights: "plover", ...bounds, filter }
  yield csvLine(PANEL_COLUMNS)
  for await (const row of dyadPanel(store, request, names))
    yield csvLine(PANEL_COLUMNS.map((column) => row[column]))
}
