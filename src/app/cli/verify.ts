import type { Command } from "commander"
import { storeOption } from "./options.ts"

/** `chancery verify` */
export const addVerifyCommand = (program: Command): Command =>
  program
    .command("verify")
    .summary("whether the record still agrees with itself")
    .description(
      "Recomputes the hash of every document, looks up every span in its text, and checks that events, happenings and the index of words name what is there. Nothing is changed. The exit code is 3 where something does not fit.",
    )
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery verify --store belarus.duckdb`,
    )
    .action(async ({ store }: { store: string }) => {
      const { verifyStore } = await import("./verify-store.ts")
      await verifyStore(store)
    })
