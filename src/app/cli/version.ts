import { readFileSync } from "node:fs"

/** The package's version, as its package.json has it (three levels up, from the sources and from the package). */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as { version: string })
    .version
