import type { FailureCode } from '../errors'

/** What Node says of a connection that could not be made or has broken, by `code`. */
const BROKEN = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
])
/** What pg says of it, which has no code. */
const PG_SAYS = /^(Connection terminated|timeout e|Client has encountered a connection error|Client was closed)/

/** SQLSTATE: connection failures, too many connections, a shutdown or crash, a statement or transaction over its time. */
const AWAY = /^(08...|53300|57014|57P0[1-5]|25P03)$/
/** The disk or the memory is full, or a configured limit is reached. */
const FULL = /^(53[124]00|53000)$/

export type DatabaseFailure = Extract<FailureCode, `database_${string}`>

/** What to answer when the database is the reason, and null when it is not; drizzle and others wrap its errors in theirs. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (FULL.test(code)) return 'database_full'
  if (AWAY.test(code) || BROKEN.has(code) || hasNoSocket(error, code) || PG_SAYS.test(error.message))
    return 'database_unavailable'
  return databaseFailure(error.cause)
}

/** The embedded database's, while its process is started again. */
function hasNoSocket(error: Error, code: string) {
  return code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
}
