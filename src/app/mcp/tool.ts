import type { Static, TObject } from "typebox"
import { Errors } from "typebox/value"
import { RequestError } from "../server/request-error.ts"
import type { Served, Shown } from "../server/route.ts"

/** What a tool gives: the same in words and as data. */
export interface Told<Answer> {
  readonly text: string
  readonly data: Answer
}

/** One tool that a language model may call; its schemas are shown to the model, and hold for what it sends and gets. */
export interface Tool<Input extends TObject = TObject, Output extends TObject = TObject> {
  readonly name: string
  readonly title: string
  /** When to use it, for the model. */
  readonly description: string
  readonly input: Input
  readonly output: Output
  readonly answer: (asked: Static<Input>, served: Served) => Promise<Told<Shown<Static<Output>>>>
}

/** A tool whatever its schemas. */
export type AnyTool = Omit<Tool, "answer"> & {
  readonly answer: (asked: never, served: Served) => Promise<Told<object>>
}

export const tool = <Input extends TObject, Output extends TObject>(given: Tool<Input, Output>): AnyTool =>
  given

/** Answers a call; throws RequestError where what was sent is not what the tool takes. */
export function callTool({ input, answer }: AnyTool, sent: unknown, served: Served): Promise<Told<object>> {
  const [first] = Errors({ ...input, additionalProperties: false }, sent)
  if (first !== undefined) {
    const name = first.instancePath.slice(1).replaceAll("/", ".")
    const { description = "" } = (input.properties[name] ?? {}) as { description?: string }
    throw new RequestError(
      400,
      name === "" ? `What was sent ${first.message}.` : `${name} ${first.message}.`,
      description === "" ? `What can be sent: ${Object.keys(input.properties).join(", ")}.` : description,
    )
  }
  return answer(sent as never, served)
}
