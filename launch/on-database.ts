import { closePool, limitStatements, LONG_STATEMENT_MS } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { requireUsableDatabase, whyUnusable } from '../lib/db/usable'
import { EnvironmentError, readVariablesOneByOne } from '../lib/env'
import { DebriefError } from '../lib/errors'
import { dataDirOf } from './data-dir'
import { openDatabase } from './database'
import { UsageError } from './member-arguments'

/**
 * Works on DATABASE_URL’s database, else on the embedded one of DATA_DIR: the running app’s, or opened for the moment. Throws
 * what `work` throws of ours, and a sentence for all else.
 */
export async function onDatabase(work: () => Promise<string>): Promise<string> {
  const named = process.env.DATABASE_URL?.trim()
  const embedded = named ? undefined : await openDatabase(dataDirOf(process.env), 'command')
  process.env.DATABASE_URL = named || embedded?.url
  limitStatements(LONG_STATEMENT_MS)
  readVariablesOneByOne()
  try {
    await requireUsableDatabase()
    await migrate()
    return await work()
  } catch (error) {
    throw isSaid(error) ? error : new Error(sentenceOf(error))
  } finally {
    await closePool()
    await embedded?.close()
  }
}

function isSaid(error: unknown): boolean {
  return error instanceof DebriefError || error instanceof UsageError || error instanceof EnvironmentError
}

function sentenceOf(error: unknown): string {
  const reason = whyUnusable(error)
  return reason ? `The database that DATABASE_URL names ${reason}` : `The database could not be used${codeOf(error)}.`
}

/** The messages of database errors quote the values they were given. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? ` (${String(error.code)})` : codeOf(error.cause)
}
