/** npm start: the built app against the real Ribbon, with an embedded database unless DATABASE_URL names one. */
import { existsSync } from 'node:fs'
import { parseEnvironment } from '../lib/env'
import { SERVER } from './build'
import { interrupted, startNode } from './child'
import { type OpenDatabase, openDatabase } from './database'
import { dataDirOf } from './data-dir'
import { fail } from './fail'
import { requireFreeAddress } from './listen-address'

const EMBEDDED = 'postgres://embedded'

async function start() {
  if (!existsSync(SERVER)) throw new Error('There is no build yet. Make one with: npm run build')
  const databaseUrl = process.env.DATABASE_URL?.trim()
  parseEnvironment({ ...process.env, DATABASE_URL: databaseUrl || EMBEDDED })
  const address = await requireFreeAddress(process.env)

  const stopped = interrupted()
  if (databaseUrl) return run({ ...address, DATABASE_URL: databaseUrl }, stopped)

  // The database's process ends with this one, also before it is open.
  const opening = openDatabase(dataDirOf(process.env))
  const database = await Promise.race([opening, stopped.then(() => process.exit(0))])
  return run({ ...address, DATABASE_URL: database.url }, stopped, database)
}

async function run(over: Record<string, string>, stopped: Promise<void>, database?: OpenDatabase) {
  const app = startNode({ command: [SERVER], env: { ...process.env, ...over, NODE_ENV: 'production' } })
  const end = await Promise.race([app.exited, stopped, ...(database ? [database.lost] : [])])
  await app.stop()
  await database?.close()
  if (end instanceof Error) throw end
  process.exit(end ?? 0)
}

await start().catch(fail)
