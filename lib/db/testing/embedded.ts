import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import { z } from 'zod'
import { emptyDatabase } from './empty-database'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of an embedded database for each worker; none where a real server is tested. */
    engines: string[]
  }
}

/** An engine that has run for a while answers several times faster than a new one: each worker keeps its own for all its files. */
export default async function startEngines(project: TestProject) {
  const file = process.env.TEST_DATABASE_URL ? '' : await emptyDatabase()
  const workers = file ? project.vitest.config.maxWorkers : 0
  const engines = Array.from({ length: workers }, () =>
    fork('lib/db/testing/engine.ts', [file], { execArgv: ['--import', 'tsx'] }),
  )
  project.provide('engines', await Promise.all(engines.map(addressOf)))
  return () => engines.forEach((engine) => engine.disconnect())
}

async function addressOf(engine: ChildProcess): Promise<string> {
  const [url] = await once(engine, 'message')
  return z.string().parse(url)
}
