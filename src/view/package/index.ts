export { codebookText } from "./codebook-text.ts"
export { citation, croissant, dataPackage, type PackageFile, type PackageTitle } from "./descriptors.ts"
export { DOCUMENT_SCHEMA, EVENT_SCHEMA, HAPPENING_SCHEMA } from "./schemas.ts"
