import type { Column } from "../formats/format.ts"

/** A file of the package, as its descriptors list it. */
export interface PackageFile {
  readonly name: string
  readonly path: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: number
  readonly sha256: string
  readonly columns?: readonly Column[]
  /** Path of the JSON Schema of each line. */
  readonly schema?: string
}

/** What the package is called. The day is that of the newest document, so that the same record has the same package. */
export interface PackageTitle {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version: string
  readonly day: string | null
}

const TABLE_SCHEMA_TYPES = {
  text: "string",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  day: "date",
} as const
const CROISSANT_TYPES = {
  text: "sc:Text",
  number: "sc:Float",
  integer: "sc:Integer",
  boolean: "sc:Boolean",
  day: "sc:Date",
} as const

/** datapackage.json, after the Data Package standard 2.0. */
export const dataPackage = (title: PackageTitle, files: readonly PackageFile[]) => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: title.name,
  title: title.title,
  description: title.description,
  version: title.version,
  ...(title.day === null ? {} : { created: `${title.day}T00:00:00Z` }),
  resources: files.map(({ name, path, mediaType, description, bytes, sha256, columns, schema }) => ({
    name,
    path,
    description,
    format: path.slice(path.lastIndexOf(".") + 1),
    mediatype: mediaType,
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    ...(columns === undefined
      ? {}
      : {
          type: "table",
          schema: {
            fields: columns.map((column) => ({
              name: column.name,
              type: TABLE_SCHEMA_TYPES[column.type],
              description: column.description,
            })),
            missingValues: [""],
          },
        }),
    ...(schema === undefined ? {} : { jsonSchema: schema }),
  })),
})

const CROISSANT_CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  extract: "cr:extract",
  field: "cr:field",
  fileObject: "cr:fileObject",
  recordSet: "cr:recordSet",
  sc: "https://schema.org/",
  source: "cr:source",
}

/** croissant.json, after Croissant 1.0: every file, and the columns of those that are tables. */
export const croissant = (title: PackageTitle, files: readonly PackageFile[]) => ({
  "@context": CROISSANT_CONTEXT,
  "@type": "sc:Dataset",
  conformsTo: "http://mlcommons.org/croissant/1.0",
  name: title.name,
  description: title.description,
  version: title.version,
  ...(title.day === null ? {} : { datePublished: title.day }),
  distribution: files.map(({ name, path, mediaType, description, bytes, sha256 }) => ({
    "@type": "cr:FileObject",
    "@id": name,
    name,
    description,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat: mediaType,
    sha256,
  })),
  recordSet: files.flatMap(({ name, description, columns }) =>
    columns === undefined
      ? []
      : [
          {
            "@type": "cr:RecordSet",
            "@id": `${name}-rows`,
            name: `${name}-rows`,
            description,
            field: columns.map((column) => ({
              "@type": "cr:Field",
              "@id": `${name}-rows/${column.name}`,
              name: column.name,
              description: column.description,
              dataType: CROISSANT_TYPES[column.type],
              source: { fileObject: { "@id": name }, extract: { column: column.name } },
            })),
          },
        ],
  ),
})

/** CITATION.cff of the data: who coded it, and with what. The licence is for whoever publishes the texts to choose. */
export const citation = ({ title, version, day }: PackageTitle): string =>
  [
    "cff-version: 1.2.0",
    "message: Please cite these data, and Chancery, which coded them. Put your own name before ours where you publish them.",
    `title: ${JSON.stringify(title)}`,
    "type: dataset",
    "authors:",
    "  - name: The compilers of this record",
    `version: ${JSON.stringify(version)}`,
    ...(day === null ? [] : [`date-released: ${day}`]),
    "references:",
    "  - type: software",
    "    title: Chancery",
    "    authors:",
    "      - name: The Chancery maintainers",
    `    version: ${JSON.stringify(version)}`,
    "",
  ].join("\n")
