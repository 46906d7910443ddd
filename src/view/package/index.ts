export { codebookText } from "./codebook-text.ts"
export { citation, croissant, dataPackage, type PackageFile, type PackageTitle } from "./descriptors.ts"
export { DOCUMENT_SCHEMA, EVENT_SCHEMA, HAPPENING_SCHEMA, type JsonSchema } from "./schemas.ts"
