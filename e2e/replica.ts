import { freePort } from './free-port'
import { type Installation, SERVER } from './installation'
import { startProgram, untilAnswering } from './program'

/** A second server over the same database, as behind one load balancer: the public address is the first one's, unless told otherwise. */
export async function startReplica({ env }: Pick<Installation, 'env'>, over: Record<string, string> = {}) {
  const port = await freePort()
  const app = startProgram([SERVER], { ...env, PORT: String(port), ...over })
  const origin = `http://localhost:${over.PORT ?? port}`
  await untilAnswering(`${origin}/api/health/ready`, app)
  return { origin, app }
}
