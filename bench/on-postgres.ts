import { randomBytes } from 'node:crypto'
import { signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, startInstallation, type Installation } from '../e2e/installation'
import { closePool } from '../lib/db/client'
import { untilMirrored } from './mirrored'
import { startPostgres } from './postgres'

/** `cookie` is an admin's. */
export type OnPostgres = Installation & { cookie: string }

/**
 * A whole Debrief with the sample interviews, on a PostgreSQL server of its own whose database this process asks and fills too;
 * all gone once `work` is done; `env` is the server's besides.
 */
export async function onPostgres(work: (installation: OnPostgres) => Promise<void>, env: Record<string, string> = {}) {
  const postgres = await startPostgres()
  const secret = randomBytes(32).toString('base64')
  Object.assign(process.env, { TEST_DATABASE_URL: postgres.url, NEXTAUTH_SECRET: secret })
  const installation = await startInstallation({
    env: { MIRROR_INTERVAL_SECONDS: '3600', NEXTAUTH_SECRET: secret, ...env },
  })
  const { origin, databaseUrl, key } = installation
  Object.assign(process.env, { DATABASE_URL: databaseUrl, NEXTAUTH_URL: origin, RIBBON_API_KEY: key })
  try {
    const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
    await untilMirrored(origin, cookie)
    await work({ ...installation, cookie })
  } finally {
    await closePool()
    await installation.stop()
    await postgres.stop()
  }
}
