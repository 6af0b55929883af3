import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'

const FOLDER = 'node_modules/.cache/debrief'
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')))

/**
 * The tar file of an embedded database in which nothing has happened. Initialising one takes seconds of both cores: it is
 * done once for each version of the engine, and whoever needs one opens a copy.
 */
export async function emptyDatabase(): Promise<string> {
  const file = join(FOLDER, `pglite-${version}.tar`)
  if (existsSync(file)) return file

  const engine = await PGlite.create()
  const bytes = await (await engine.dumpDataDir('none')).bytes()
  await engine.close()
  mkdirSync(FOLDER, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, bytes)
  renameSync(draft, file)
  return file
}

/** Puts an empty database's files there, so that the first to open the folder need not initialise it. */
export async function unpackEmptyDatabase(folder: string) {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['--extract', '--file', await emptyDatabase(), '--directory', folder], { stdio: 'ignore' })
}
