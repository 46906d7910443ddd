export { type LinkContext, linkEvents } from "./link-events.ts"
export { linkKeys } from "./link-keys.ts"
export { createLinker } from "./linker.ts"
export type { DocumentMeta } from "./report.ts"
