import { existsSync } from "node:fs"
import { isIPv6 } from "node:net"
import { fileURLToPath } from "node:url"
import { loadCodebook } from "../../codebook/codebook.ts"
import { loadCountryNames } from "../../codebook/country-names.ts"
import { recordOverLake, type Store } from "../../store/index.ts"
import { bundledData } from "../bundled-data.ts"
import { createLazyExplainer } from "../explain/lazy-explainer.ts"
import { aborted, stopOnInterrupt } from "../interrupt.ts"
import { listenFrom, OWN_HOST } from "../listen.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { loadOwnWeights } from "../own-weights.ts"
import { createRecordLinker } from "../record-linker.ts"
import { createServer } from "../server/create-server.ts"
import { openSharedRecord } from "../shared-record.ts"
import { MisuseError } from "./options.ts"
import type { ServeOptions } from "./serve.ts"

/** The built page lies in dist/web, also where the sources run. */
const WEB_ROOT = fileURLToPath(new URL("../../../dist/web/", import.meta.url))

const isOwnMachine = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host)

/** Serves an open store, and says where. */
export async function startServer(store: Store, options: Omit<ServeOptions, "store">) {
  const { host = OWN_HOST, token } = options
  if (token === undefined && !isOwnMachine(host))
    throw new MisuseError(
      `--host ${host} answers beyond this machine; give a token, too: CHANCERY_TOKEN=$(openssl rand -hex 16)`,
    )
  const outlets = loadOutletsWith(options.outlets)
  const weights = (options.weights ?? []).map(loadOwnWeights)
  const { explain, stop } = createLazyExplainer()
  const server = await createServer({
    store,
    outlets,
    linker: createRecordLinker(outlets),
    explain,
    codebook: loadCodebook(bundledData),
    countryName: loadCountryNames(bundledData),
    ...(token === undefined ? {} : { token }),
    ...(weights.length === 0 ? {} : { weights }),
    ...(existsSync(WEB_ROOT) ? { webRoot: WEB_ROOT } : {}),
  })
  server.addHook("onClose", stop)
  const port = await listenFrom(server, options.port, host)
  if (options.port !== 0 && port !== options.port)
    process.stderr.write(`Port ${options.port} is taken; the next free one is ${port}.\n`)
  process.stdout.write(
    `Chancery is at http://${isIPv6(host) ? `[${host}]` : host}:${port}/  (Ctrl-C ends it)\n`,
  )
  return server
}

/** Serves the store until Ctrl-C, then closes it. */
export async function serveStore(options: ServeOptions): Promise<void> {
  const end = aborted(stopOnInterrupt())
  const path = options.lake === undefined ? options.store : await recordOverLake(options.lake)
  const store = await openSharedRecord(path)
  try {
    const server = await startServer(store, options)
    await end
    await server.close()
  } finally {
    await store.close()
  }
}
