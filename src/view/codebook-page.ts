import type { Codebook } from "../codebook/codebook.ts"
import type { Status } from "../record/index.ts"
import type { CodebookPage } from "./api.ts"

/** What each code means, for tooltips. */
export const codebookPage = ({ types, modes, statuses, sectors }: Codebook): CodebookPage => ({
  types: types.map(({ type, name, quad, definition }) => ({ code: type, name, quad, definition })),
  modes: modes.map(({ type, mode, definition }) => ({ type, code: mode, definition })),
  statuses: statuses.map(({ code, definition }) => ({ code: code as Status, definition })),
  sectors: sectors.map(({ code, name }) => ({ code, name })),
})
