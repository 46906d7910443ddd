import { createHash } from "node:crypto"
import { loadCodebook } from "../../codebook/codebook.ts"
import { loadCountryCodes } from "../../codebook/country-codes.ts"
import { loadStateCodes } from "../../codebook/state-codes.ts"
import type { FormatNames } from "../../view/formats/index.ts"
import { bundledData } from "../bundled-data.ts"
import { packageVersion } from "../cli/version.ts"

/** The lookups of the bundled codebook that turning records into rows needs. */
export const loadFormatNames = (): FormatNames => ({
  codebook: loadCodebook(bundledData),
  countries: loadCountryCodes(bundledData),
  codesAt: loadStateCodes(bundledData),
  version: packageVersion(),
  sha256: (text) => createHash("sha256").update(text).digest("hex"),
})
