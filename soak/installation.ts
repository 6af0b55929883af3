import { randomBytes, randomUUID } from 'node:crypto'
import { freePort } from '../e2e/free-port'
import { signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, runMemberFromSources, startSandbox } from '../e2e/installation'
import { stopProgram } from '../e2e/program'
import { temporaryFolder } from '../e2e/temporary-folder'
import { embeddedFolders } from '../launch/embedded-address'
import { unpackEmptyDatabase } from '../lib/db/testing/empty-database'
import { Application } from './application'
import { Caller } from './caller'
import type { Findings } from './findings'

/** Few, so that a pull is quick and its rest short. */
const SANDBOX = ['--samples', 'none', '--interviews', '24', '--seed', '1']

/** Debrief with its members, on an embedded database of its own, over a sandbox of its own. */
export async function startInstallation(findings: Findings) {
  const key = randomUUID()
  const webhookSecret = randomUUID()
  const [sandbox, port] = await Promise.all([startSandbox(key, SANDBOX), freePort()])
  const origin = `http://localhost:${port}`
  const env = {
    PORT: String(port),
    BIND_ADDRESS: '127.0.0.1',
    DATA_DIR: temporaryFolder('soak'),
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    RIBBON_API_KEY: key,
    RIBBON_API_URL: `${sandbox.origin}/be-api`,
    RIBBON_WEBHOOK_SECRET: webhookSecret,
    RECORDING_HOSTS: new URL(sandbox.origin).host,
    MIRROR_INTERVAL_SECONDS: '1',
  }
  await unpackEmptyDatabase(embeddedFolders(env.DATA_DIR).data)
  const application = new Application(env)
  application.start()

  const secrets = [key, webhookSecret, env.NEXTAUTH_SECRET]
  const join = async (email: string) => {
    await runMemberFromSources(['add', email, '--role', email.replace(/@.*/, '')], env)
    await application.untilReady(300)
    const cookie = await signInOverHttp(origin, email, PASSWORD)
    return { email, caller: new Caller({ origin, cookie, secrets }, findings) }
  }
  const members = []
  for (const email of MEMBERS) members.push(await join(email))

  const stop = async () => {
    await application.stop()
    await stopProgram(sandbox.program)
  }
  return { address: { sandbox: sandbox.origin, key }, origin, webhookSecret, secrets, application, members, stop }
}
