import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  DATASETS,
  type DatasetName,
  type DatasetOutcome,
  type Lookups,
  recogniseDataset,
  type Store,
} from "../../store/index.ts"
import { MisuseError } from "../cli/options.ts"
import { type Piece, sourcePieces } from "./source-pieces.ts"
import { stageLines } from "./stage-lines.ts"

/** What came of one file. */
export interface ImportReport extends DatasetOutcome {
  readonly name: string
  readonly dataset: DatasetName
  readonly latin: number
  readonly milliseconds: number
}

/** Imports every piece of a file, each in a transaction of its own. */
export async function* importDatasets(
  store: Store,
  path: string,
  options: { readonly dataset?: DatasetName; readonly lookups: Lookups },
): AsyncGenerator<ImportReport> {
  for await (const piece of sourcePieces(path)) {
    const folder = await mkdtemp(join(tmpdir(), "chancery-import-"))
    try {
      yield await importPiece(store, piece, folder, options)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function importPiece(
  store: Store,
  piece: Piece,
  folder: string,
  { dataset: given, lookups }: { readonly dataset?: DatasetName; readonly lookups: Lookups },
): Promise<ImportReport> {
  const begun = performance.now()
  const { latin, ...staged } = await stageLines(piece, folder)
  const dataset = given ?? recogniseDataset(staged.firstLine)
  if (dataset === undefined)
    throw new MisuseError(
      `${piece.name}: its first line has the columns of no data set that we know. Say which it is with --dataset: ${DATASETS.join(", ")}.`,
    )
  const outcome = await store.importDataset({ ...staged, dataset, time: new Date().toISOString() }, lookups)
  return { name: piece.name, dataset, latin, ...outcome, milliseconds: performance.now() - begun }
}
