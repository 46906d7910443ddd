// A worker thread does not inherit the loader that lets the tests run TypeScript: it registers it for itself.
import { register } from "tsx/esm/api"

register()
await import("../../../src/app/workers/worker-entry.ts")
