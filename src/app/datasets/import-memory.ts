import { totalmem } from "node:os"

/** Below this the database writes a third slower, although it takes less than a quarter of it. */
const WANTED = 4 * 2 ** 30

/** How much memory the database may take while others' data come in: never more than half of the machine's. */
export const importMemory = (): string => `${Math.floor(Math.min(WANTED, totalmem() / 2) / 2 ** 20)}MiB`
