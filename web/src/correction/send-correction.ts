import type { CorrectionKind, JudgedFields } from "../../../src/record/index.ts"
import type { CodedEvent, CorrectionAnswer } from "../../../src/view/api.ts"
import { sendRecord } from "../data/client.ts"

/** What an analyst says of an event. */
export interface Said {
  readonly kind: Exclude<CorrectionKind, "add">
  readonly author: string
  readonly note?: string
  readonly changes?: Partial<JudgedFields>
}

/** Says it to the record, and gives the event as it stands then; fails where somebody else said something meanwhile. */
export async function sendCorrection(event: CodedEvent, said: Said): Promise<CodedEvent> {
  const after = event.review?.standing?.id ?? null
  const answer = await sendRecord<CorrectionAnswer>(`events/${encodeURIComponent(event.id)}/corrections`, {
    ...said,
    after,
  })
  return answer.event
}
