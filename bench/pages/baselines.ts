import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from '../../e2e/free-port'
import { type Program, startProgram, stopProgram, untilAnswering } from '../../e2e/program'

const SOURCES = 'bench/pages'
const BUILT = '.bench'

export type Baseline = { name: string; origin: string; stop(): Promise<void> }

/** The same rows of the same database, drawn by a naive page of Next, by one of SvelteKit, and by a plain server with template strings. */
export async function startBaselines(databaseUrl: string): Promise<Baseline[]> {
  const servers = { Next: buildNext(), SvelteKit: buildSvelteKit(), templates: `${SOURCES}/template-server.mjs` }
  const started: Baseline[] = []
  for (const [name, server] of Object.entries(servers)) started.push(await start(name, server, databaseUrl))
  return started
}

async function start(name: string, server: string, databaseUrl: string): Promise<Baseline> {
  const port = await freePort()
  const address = { PORT: String(port), HOSTNAME: '127.0.0.1', HOST: '127.0.0.1' }
  const program: Program = startProgram([server], { ...address, DATABASE_URL: databaseUrl })
  const origin = `http://127.0.0.1:${port}`
  await untilAnswering(`${origin}/candidates`, program)
  return { name, origin, stop: () => stopProgram(program) }
}

function buildNext(): string {
  const folder = copied('next')
  build(folder, resolve('node_modules/next/dist/bin/next'))
  return `${folder}/.next/standalone/${folder}/server.js`
}

/** Its packages are its own: the project has no use for them. */
function buildSvelteKit(): string {
  const folder = copied('sveltekit')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  build(folder, resolve(folder, 'node_modules/vite/bin/vite.js'))
  return `${folder}/build/index.js`
}

function copied(name: string): string {
  const folder = `${BUILT}/${name}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(SOURCES, name), folder, { recursive: true })
  cpSync(join(SOURCES, 'rows.mjs'), join(folder, 'rows.mjs'))
  return folder
}

function build(folder: string, program: string) {
  execFileSync(process.execPath, [program, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
