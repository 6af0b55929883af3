/** npm start: the built app against the real Ribbon, with an embedded database unless DATABASE_URL names one. */
import { existsSync } from 'node:fs'
import { parseEnvironment } from '../lib/env'
import { SERVER } from './build'
import { interrupted, startNode } from './child'
import { openDatabase } from './database'
import { fail } from './fail'

const EMBEDDED = 'embedded'

async function start() {
  if (!existsSync(SERVER)) throw new Error('There is no build yet. Make one with: npm run build')
  const databaseUrl = process.env.DATABASE_URL?.trim()
  parseEnvironment({ ...process.env, DATABASE_URL: databaseUrl || EMBEDDED })

  const database = databaseUrl ? undefined : await openDatabase(process.env.DATA_DIR ?? '.data')
  const env = { HOSTNAME: '0.0.0.0', PORT: '3000', ...process.env, DATABASE_URL: databaseUrl || database?.url }
  const app = startNode({ command: [SERVER], env: { ...env, NODE_ENV: 'production' } })
  const code = await Promise.race([app.exited, interrupted()])
  await app.stop()
  await database?.close()
  process.exit(code ?? 0)
}

await start().catch(fail)
