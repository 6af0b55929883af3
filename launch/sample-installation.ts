import { join } from 'node:path'
import { interrupted, startNode } from './child'
import { dataDirOf } from './data-dir'
import { openDatabase } from './database'
import { LOOPBACK, requireFreePort } from './listen-address'
import { asSampleMember } from './as-sample-member'
import { seedSampleDecisions } from './sample-decisions'
import { sampleEnvironment } from './sample-environment'
import { SAMPLE_EMAILS, SAMPLE_PASSWORD, seedSampleMembers } from './sample-members'

const READY_TIMEOUT_MS = 120_000

/** Sandbox, embedded database with sample members, and the app that `command` starts; until Ctrl-C or until one of them ends. */
export async function runSampleInstallation(command: string[], overrides: Record<string, string>) {
  // Apart from a real installation's data: the sample members' password is known to everybody.
  const dataDir = join(dataDirOf(process.env), 'demo')
  const ports = await requireFreePorts()
  const stopped = interrupted()
  const database = await Promise.race([openDatabase(dataDir), stopped.then(() => process.exit(0))])
  const env = { ...sampleEnvironment(process.env, dataDir, ports), DATABASE_URL: database.url, ...overrides }
  Object.assign(process.env, env)
  await seedSampleMembers()

  const sandbox = startNode({
    command: [
      '--import',
      'tsx',
      'sandbox/main.ts',
      '--evening',
      '--port',
      env.SANDBOX_PORT,
      '--key',
      env.RIBBON_API_KEY,
    ],
    env: process.env,
  })
  const app = startNode({ command, env: process.env })
  const ended = Promise.race([sandbox.exited, app.exited, stopped, database.lost])
  let isOver = false
  void ended.then(() => (isOver = true))
  if (await answers(env.NEXTAUTH_URL, ended)) {
    greet(env.NEXTAUTH_URL)
    const { send, signOut } = asSampleMember(env.NEXTAUTH_URL)
    await seedSampleDecisions(send, () => isOver).catch((error: unknown) => {
      if (!isOver) console.error('The sample members have not decided everything:', error)
    })
    await signOut().catch((error: unknown) => {
      if (!isOver) console.error('The sample members are still signed in:', error)
    })
  }
  const end = await ended
  await app.stop()
  await sandbox.stop()
  await database.close()
  if (end instanceof Error) throw end
  process.exit(end ?? 0)
}

async function requireFreePorts() {
  const port = await requireFreePort(process.env.PORT?.trim() || '3000', 'PORT', LOOPBACK)
  const sandboxPort = await requireFreePort(process.env.SANDBOX_PORT?.trim() || '4010', 'SANDBOX_PORT', LOOPBACK)
  if (port === sandboxPort) throw new Error(`PORT and SANDBOX_PORT are both ${port}. Set one of them to another port.`)
  return { port, sandboxPort }
}

async function answers(url: string, ended: Promise<unknown>): Promise<boolean> {
  const over = ended.then(() => true)
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    const response = await fetch(new URL('/api/health/ready', url)).catch(() => undefined)
    if (response?.ok) return true
    if (await Promise.race([over, pause(250)])) return false
  }
  return false
}

function pause(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds))
}

function greet(url: string) {
  const members = SAMPLE_EMAILS.map((email) => `    ${email}`).join('\n')
  console.log(
    `\n  Debrief is at ${url}\n\n  Sign in as one of\n${members}\n  with the password ${SAMPLE_PASSWORD}\n\n  Ctrl-C stops everything; the data is kept.\n`,
  )
}
