import { freePort } from './free-port'
import { type Installation, SERVER } from './installation'
import { type Program, startProgram, untilAnswering } from './program'

export type Replica = { origin: string; program: Program }

/** One more app on the installation's database, as behind a load balancer: the public address is the installation's. */
export async function startReplica(installation: Installation): Promise<Replica> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const program = startProgram([SERVER], { ...installation.env, PORT: String(port) })
  await untilAnswering(`${origin}/api/health/ready`, program)
  return { origin, program }
}
