import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { freePort } from '../e2e/free-port'

const INSTALLED = '/usr/lib/postgresql'
const PATIENCE_MS = 30_000
/** As a server is set up that holds this much: its memory fits the data, and a checkpoint does not fall into each measurement. */
const SETTINGS = ['shared_buffers=1GB', 'max_wal_size=4GB', 'max_connections=50', 'listen_addresses=127.0.0.1']

export type Postgres = { url: string; stop(): Promise<void> }

type Owner = { uid: number; gid: number } | null

/** A PostgreSQL server of its own in an empty folder, gone with its data after `stop`; it syncs to disk as a real one does. */
export async function startPostgres(): Promise<Postgres> {
  const bin = findPrograms()
  const owner = serverUser()
  const home = initialise(bin, owner)
  const port = await freePort()
  const settings = [...SETTINGS, `port=${port}`, `unix_socket_directories=${home}`].flatMap((setting) => [
    '-c',
    setting,
  ])
  const server = spawn(join(bin, 'postgres'), ['-D', home, ...settings], { ...owner, cwd: home, stdio: 'ignore' })
  const exited = once(server, 'exit')
  const kill = () => server.kill('SIGQUIT')
  process.once('exit', kill)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilAnswering(url)

  const stop = async () => {
    process.off('exit', kill)
    kill()
    await exited
    rmSync(home, { recursive: true, force: true })
  }
  return { url, stop }
}

/** Has what a measurement calls in its own process work there. */
export function workOn({ url }: Postgres, ribbon: { RIBBON_API_KEY: string; RIBBON_API_URL?: string }) {
  Object.assign(process.env, {
    DATABASE_URL: url,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    ...ribbon,
  })
}

function initialise(bin: string, owner: Owner): string {
  const home = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (owner) chownSync(home, owner.uid, owner.gid)
  const options = ['--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8', '--locale', 'C.UTF-8']
  execFileSync(join(bin, 'initdb'), ['--pgdata', home, ...options], { ...owner, stdio: 'ignore' })
  return home
}

function findPrograms(): string {
  const newest = readdirSync(INSTALLED)
    .toSorted((a, b) => Number(b) - Number(a))
    .at(0)
  if (!newest) throw new Error(`There is no PostgreSQL in ${INSTALLED}.`)
  return join(INSTALLED, newest, 'bin')
}

/** The server refuses to run as root. */
function serverUser(): Owner {
  if (process.getuid?.() !== 0) return null
  return { uid: idOfPostgres('-u'), gid: idOfPostgres('-g') }
}

function idOfPostgres(flag: string) {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}

async function untilAnswering(url: string) {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
