import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of an empty embedded database. */
    emptyDatabase: string
  }
}

/** Initialising an embedded database takes seconds: it is done once, and every test file opens a copy. */
export default async function initialiseEmbedded(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'empty-database-'))
  const file = join(folder, 'data.tar')
  project.provide('emptyDatabase', file)
  if (!process.env.TEST_DATABASE_URL) {
    const engine = await PGlite.create()
    writeFileSync(file, await (await engine.dumpDataDir('none')).bytes())
    await engine.close()
  }
  return () => rmSync(folder, { recursive: true })
}
