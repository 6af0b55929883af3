import { randomBytes, randomUUID } from 'node:crypto'
import { freePort } from './free-port'
import { type Program, runProgram, startProgram, stopProgram, untilAnswering } from './program'
import { hideNothing } from './hide-nothing'
import { makeTemplate, openTestDatabase } from './test-database'

export const MEMBERS = ['admin@example.com', 'recruiter@example.com', 'reviewer@example.com'] as const
export const PASSWORD = 'a password for the browser tests'
/** A flow of the sandbox that six have finished: its produce stockers. */
export const STOCKER = '3fa21c07'

export const SERVER = '.next/standalone/server.js'
const MEMBER = '.next/standalone/member.mjs'
const NODE_TS = ['--import', 'tsx']

export type Installation = {
  origin: string
  /** The sandbox's origin. */
  sandbox: string
  key: string
  databaseUrl: string
  app: Program
  env: Record<string, string>
  /** The role is the part before the @. */
  addMember(email: string): Promise<void>
  stop(): Promise<void>
}

type Options = {
  /** Hides from whoever has not voted what a new flow hides; else nothing is hidden. */
  isBlind?: boolean
  sandboxOptions?: string[]
  env?: Record<string, string>
  members?: readonly string[]
}

/**
 * A whole Debrief, as it is deployed, over a sandbox of its own: free ports, one member a role, nothing else in the database. Where
 * E2E_TEMPLATE names one with these members it is a copy of that, else it is empty before.
 */
export async function startInstallation(options: Options = {}): Promise<Installation> {
  const { sandboxOptions = [], members = MEMBERS, isBlind = false } = options
  const key = randomUUID()
  const template = members === MEMBERS ? process.env.E2E_TEMPLATE : undefined
  const [database, sandbox] = await Promise.all([openTestDatabase(template), startSandbox(key, sandboxOptions)])
  const env = { ...(await environment(key, sandbox.origin)), DATABASE_URL: database.url, ...options.env }
  const addMember = (email: string) => addTo(env, email)
  const [app] = await Promise.all([startApp(env), ...(template ? [] : members.map(addMember))])
  if (!isBlind) await hideNothing(env.DATABASE_URL)

  const stop = async () => {
    await stopProgram(app)
    await stopProgram(sandbox.program)
    await database.close()
  }
  const origin = env.NEXTAUTH_URL
  return { origin, sandbox: sandbox.origin, key, databaseUrl: env.DATABASE_URL, app, env, addMember, stop }
}

/** To be named by E2E_TEMPLATE. */
export function makeTemplateWithMembers() {
  return makeTemplate(async (DATABASE_URL) => {
    for (const email of MEMBERS) await addTo({ DATABASE_URL }, email)
  })
}

function addTo(env: Record<string, string>, email: string) {
  return runMember(['add', email, '--role', email.replace(/@.*/, '')], env)
}

/** With the control endpoint on. */
export async function startSandbox(key: string, options: string[]) {
  const port = await freePort()
  const program = startProgram(
    [...NODE_TS, 'sandbox/main.ts', '--port', String(port), '--key', key, '--control', ...options],
    {},
  )
  const origin = `http://127.0.0.1:${port}`
  await untilAnswering(origin, program)
  return { origin, program }
}

async function startApp(env: Record<string, string> & { NEXTAUTH_URL: string }): Promise<Program> {
  const app = startProgram([SERVER], env)
  await untilAnswering(`${env.NEXTAUTH_URL}/api/health/ready`, app)
  return app
}

/** The shell's command as an image has it, on the database that the environment names; the password goes to its standard input. */
export function runMember(command: string[], env: Record<string, string>) {
  return runProgram([MEMBER, ...command], env, `${PASSWORD}\n`)
}

/** `npm run member`, which knows the embedded database of `npm start` too. */
export function runMemberFromSources(command: string[], env: Record<string, string>) {
  return runProgram([...NODE_TS, '--conditions=react-server', 'launch/member.ts', ...command], env, `${PASSWORD}\n`)
}

async function environment(key: string, sandboxOrigin: string) {
  const port = await freePort()
  return {
    HOSTNAME: '127.0.0.1',
    PORT: String(port),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    RIBBON_API_KEY: key,
    RIBBON_API_URL: `${sandboxOrigin}/be-api`,
    RECORDING_HOSTS: new URL(sandboxOrigin).host,
    MIRROR_INTERVAL_SECONDS: '2',
  }
}
