import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { interrupted, startNode } from './child'
import { openDatabase } from './database'
import { requireFreePort } from './listen-address'
import { asSampleMember } from './as-sample-member'
import { seedSampleDecisions } from './sample-decisions'
import { SAMPLE_EMAILS, SAMPLE_PASSWORD, seedSampleMembers } from './sample-members'

const SAMPLE_KEY = '00000000-0000-4000-8000-00005a3d1e00'
const LOOPBACK = '127.0.0.1'
const READY_TIMEOUT_MS = 120_000

/** Sandbox, embedded database with sample members, and the app that `command` starts; until Ctrl-C or until one of them ends. */
export async function runSampleInstallation(command: string[], overrides: Record<string, string>) {
  // Apart from a real installation's data: the sample members' password is known to everybody.
  const dataDir = join(process.env.DATA_DIR || '.data', 'demo')
  const ports = await requireFreePorts()
  const stopped = interrupted()
  const database = await Promise.race([openDatabase(dataDir), stopped.then(() => process.exit(0))])
  const env = { ...sampleEnvironment(dataDir, ports), DATABASE_URL: database.url, ...overrides }
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
    await seedSampleDecisions(asSampleMember(env.NEXTAUTH_URL), () => isOver).catch((error: unknown) => {
      if (!isOver) console.error('The sample members have not decided everything:', error)
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
  const port = await requireFreePort(process.env.PORT || '3000', 'PORT', LOOPBACK)
  const sandboxPort = await requireFreePort(process.env.SANDBOX_PORT || '4010', 'SANDBOX_PORT', LOOPBACK)
  return { port, sandboxPort }
}

function sampleEnvironment(dataDir: string, { port, sandboxPort }: Awaited<ReturnType<typeof requireFreePorts>>) {
  return {
    DATA_DIR: dataDir,
    PORT: port,
    SANDBOX_PORT: sandboxPort,
    HOSTNAME: LOOPBACK,
    RIBBON_API_KEY: process.env.RIBBON_API_KEY || SAMPLE_KEY,
    RIBBON_API_URL: `http://${LOOPBACK}:${sandboxPort}/be-api`,
    RECORDING_HOSTS: `${LOOPBACK}:${sandboxPort}`,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(join(dataDir, 'secret')),
    MIRROR_INTERVAL_SECONDS: process.env.MIRROR_INTERVAL_SECONDS || '20',
  }
}

/** Kept, so that a second start does not sign everybody out. */
function keptSecret(file: string) {
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
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
