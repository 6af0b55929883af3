import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import { z } from 'zod'
import { migrate } from '../migrate'
import { emptyDatabase } from './empty-database'
import { createDatabase } from './server-database'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of an embedded database for each worker; none where a real server is tested. */
    engines: string[]
    /** What each test file's database on a real server is a copy of. */
    template: string
  }
}

export default function startDatabases(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  return server ? makeTemplate(project, server) : startEngines(project)
}

/** An engine that has run for a while answers several times faster than a new one: each worker keeps its own for all its files. */
async function startEngines(project: TestProject) {
  const file = await emptyDatabase()
  const engines = Array.from({ length: project.vitest.config.maxWorkers }, () =>
    fork('lib/db/testing/engine.ts', [file], { execArgv: ['--import', 'tsx'] }),
  )
  project.provide('engines', await Promise.all(engines.map(addressOf)))
  return () => engines.forEach((engine) => engine.disconnect())
}

/** To copy a database takes a fraction of what its migrations take. */
async function makeTemplate(project: TestProject, server: string) {
  const { url, close } = await createDatabase(server)
  process.env.DATABASE_URL = url
  await migrate()
  delete process.env.DATABASE_URL
  project.provide('template', new URL(url).pathname.slice(1))
  return close
}

async function addressOf(engine: ChildProcess): Promise<string> {
  const [url] = await once(engine, 'message')
  return z.string().parse(url)
}
