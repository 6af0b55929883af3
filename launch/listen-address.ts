import { once } from 'node:events'
import { createServer } from 'node:net'
import { z } from 'zod'

export const LOOPBACK = '127.0.0.1'
/** Not HOSTNAME, which shells and containers set to the machine's own name. */
const EVERY_ADDRESS = '0.0.0.0'

const port = z.string().trim().min(1).pipe(z.coerce.number<string>().int().min(0).max(65_535))

type Wanted = { address: string; port: number; variable: string }

const FAILURES: Record<string, (wanted: Wanted) => string> = {
  EADDRINUSE: ({ port, variable }) => `Port ${port} is in use. Stop what uses it, or set ${variable} to another one.`,
  EACCES: ({ port, variable }) =>
    `This user may not open port ${port}. Set ${variable} to one above 1023, with a reverse proxy in front.`,
  EADDRNOTAVAIL: ({ address }) => `BIND_ADDRESS names ${address}, which is no address of this machine.`,
  ENOTFOUND: ({ address }) => `BIND_ADDRESS names ${address}, which is no address of this machine.`,
}

/** What Next's server takes for its address, from BIND_ADDRESS and PORT. Throws an Error with a sentence when it cannot be listened on. */
export async function requireFreeAddress(env: NodeJS.ProcessEnv): Promise<{ HOSTNAME: string; PORT: string }> {
  const address = env.BIND_ADDRESS?.trim() || EVERY_ADDRESS
  const PORT = await requireFreePort(env.PORT?.trim() || '3000', 'PORT', address)
  return { HOSTNAME: address, PORT }
}

/** Throws an Error with a sentence unless it can be listened on; `variable` is where the port comes from. */
export async function requireFreePort(value: string, variable: string, address: string): Promise<string> {
  const wanted = port.safeParse(value)
  if (!wanted.success) throw new Error(`${variable} must be a whole number from 0 to 65535.`)
  await tryToListen({ address, port: wanted.data, variable })
  return String(wanted.data)
}

async function tryToListen(wanted: Wanted) {
  const { address, port } = wanted
  const server = createServer().listen(port, address)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const sentence = FAILURES[code]?.(wanted) ?? `Port ${port} of ${address} cannot be opened (${code}).`
    throw new Error(sentence, { cause: error })
  }
  server.close()
  await once(server, 'close')
}
