import { type ReactNode, useState } from "react"
import type { RecordVersion } from "../../../src/view/record-version.ts"
import { fetchParquet } from "../data/client.ts"
import { useRecordVersion } from "../data/queries.ts"
import type { ChartExportProps } from "../parts/chart-export.tsx"
import { citationBibtex, citationText, versionWords } from "./citation.ts"
import { fileStem } from "./file-stem.ts"
import { pictureOf, pngOf, svgText } from "./picture.ts"
import { saveFile } from "./save-file.ts"
import { csvText, jsonLines } from "./table-text.ts"

/** What of a chart can be taken away, once it is known which version of the data it was drawn from. */
export default function ExportChoices(props: ChartExportProps) {
  const { data: version, error } = useRecordVersion()
  if (error !== null)
    return (
      <p className="export-told" role="alert">
        Which version of the data this is could not be learnt: {error.message}.
      </p>
    )
  return version === undefined ? (
    <p className="export-told">&nbsp;</p>
  ) : (
    <Choices {...props} version={version} />
  )
}

function Choices({ title, rows, drawings, version }: ChartExportProps & { readonly version: RecordVersion }) {
  const [told, setTold] = useState("")
  const cited = { title, path: window.location.pathname + window.location.search }
  const citation = citationText(cited, version)
  const stem = `${fileStem(title)}-${version.fingerprint}`

  /** Does what a button says, and tells how it went. */
  const doing = (work: () => Promise<string>) => () => {
    work().then(setTold, (cause: unknown) => setTold(cause instanceof Error ? cause.message : String(cause)))
  }
  const saving = (ending: string, content: () => Blob | Promise<Blob>) =>
    doing(async () => {
      saveFile(`${stem}.${ending}`, await content())
      return `Saved as ${stem}.${ending}`
    })
  const copying = (words: string) =>
    doing(async () => {
      await navigator.clipboard.writeText(words)
      return "Copied"
    })
  const picture = (): SVGSVGElement => {
    const holder = drawings?.current
    const drawn = holder ? pictureOf(holder, { title, note: versionWords(version), citation }) : undefined
    if (drawn === undefined) throw new Error("There is nothing drawn here to take a picture of.")
    return drawn
  }
  return (
    <div className="export-choices">
      <Group name="Data">
        <Choice name="CSV" act={saving("csv", () => new Blob([csvText(rows())], { type: "text/csv" }))} />
        <Choice
          name="JSONL"
          act={saving("jsonl", () => new Blob([jsonLines(rows())], { type: "application/jsonl" }))}
        />
        <Choice name="Parquet" act={saving("parquet", () => fetchParquet(rows()))} />
      </Group>
      {drawings !== undefined && (
        <Group name="Picture">
          <Choice
            name="SVG"
            act={saving("svg", () => new Blob([svgText(picture())], { type: "image/svg+xml" }))}
          />
          <Choice name="PNG" act={saving("png", () => pngOf(picture()))} />
        </Group>
      )}
      <Group name="Citation">
        <Choice name="Copy" act={copying(citation)} />
        <Choice name="Copy as BibTeX" act={copying(citationBibtex(cited, version))} />
      </Group>
      <p className="export-citation">{citation}</p>
      <p className="export-told" role="status">
        {told}
      </p>
    </div>
  )
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className="export-group">
      <legend>{name}</legend>
      {children}
    </fieldset>
  )
}

function Choice({ name, act }: { readonly name: string; readonly act: () => void }) {
  return (
    <button type="button" onClick={act}>
      {name}
    </button>
  )
}
