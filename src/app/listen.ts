import type { FastifyInstance } from "fastify"

/** This machine alone. */
export const OWN_HOST = "127.0.0.1"
/** How many ports after the one asked for are tried. */
const ATTEMPTS = 50

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EADDRINUSE"

/** Listens at the address, on the port given or the next free one after it; returns the port. */
export async function listenFrom(server: FastifyInstance, port: number, host = OWN_HOST): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      await server.listen({ host, port: port === 0 ? 0 : port + attempt })
      const address = server.server.address()
      return typeof address === "object" && address !== null ? address.port : port
    } catch (error) {
      if (!isTaken(error)) throw error
      if (attempt === ATTEMPTS)
        throw new Error(`the ports ${port} to ${port + attempt} are all taken; choose another with --port`, {
          cause: error,
        })
    }
  }
}
