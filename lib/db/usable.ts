import 'server-only'
import { log } from '../log'
import { pool } from './client'

const PATIENCE_MS = 30_000
const LOOK_MS = 500
/** Of PostgreSQL, as it numbers itself. */
const LEAST_VERSION = 150_000

const UNSIGNED =
  'shows a certificate that no authority known here has signed. Name its authority’s file with ' +
  'sslmode=verify-full&sslrootcert=… in DATABASE_URL.'

/** What no waiting mends, by SQLSTATE or Node's code, as the end of a sentence. */
const FOR_GOOD: Record<string, string> = {
  '28P01': 'does not accept the user and password in DATABASE_URL.',
  '28000': 'does not let this user in from here (see its pg_hba.conf), or has no such user.',
  '3D000': 'does not exist on its server. Make it with: createdb --encoding UTF8 --template template0 NAME',
  '42501': 'does not let this user make tables. GRANT it CREATE on the schema public.',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNSIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: UNSIGNED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNSIGNED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNSIGNED,
  ERR_TLS_CERT_ALTNAME_INVALID: 'shows a certificate for another host than DATABASE_URL names.',
  CERT_HAS_EXPIRED: 'shows a certificate that has expired.',
}
const NO_TLS = 'speaks no TLS, and DATABASE_URL asks for it: leave out sslmode, or turn ssl on there.'

/** Resolves once the database answers, which may take a little longer when it starts beside the app. Throws an Error that `whyUnusable` explains, or one with a sentence. */
export async function requireUsableDatabase(): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; ;) {
    try {
      return await requireSuitable()
    } catch (cause) {
      if (whyUnusable(cause)) throw cause
      if (performance.now() > deadline) throw new Error(`${NOT_ANSWERING}${codeOf(cause)}.`, { cause })
      log.warn({ cause }, 'waiting for the database')
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }
}

const NOT_ANSWERING = 'The database that DATABASE_URL names does not answer'

/** Null when it may be over in a moment. */
export function whyUnusable(error: unknown): string | null {
  if (error instanceof Unsuitable) return error.message
  if (!(error instanceof Error)) return null
  if (error.message === 'The server does not support SSL connections') return NO_TLS
  return ('code' in error && FOR_GOOD[String(error.code)]) || whyUnusable(error.cause)
}

class Unsuitable extends Error {}

type Server = { encoding: string; version: number; release: string }

async function requireSuitable() {
  const { rows } = await pool().query<Server>(`SELECT current_setting('server_encoding') AS encoding,
    current_setting('server_version_num')::int AS version, current_setting('server_version') AS release`)
  const reason = rows[0] && whyUnsuitable(rows[0])
  if (reason) throw new Unsuitable(reason)
}

export function whyUnsuitable({ encoding, version, release }: Server): string | null {
  if (version < LEAST_VERSION) return `runs on PostgreSQL ${release}. Debrief needs 15 or later.`
  if (encoding !== 'UTF8')
    return (
      `keeps text as ${encoding}, which cannot hold every name. Debrief needs UTF8: ` +
      'make one with createdb --encoding UTF8 --template template0 NAME'
    )
  return null
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
}
