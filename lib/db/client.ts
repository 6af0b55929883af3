import 'server-only'
import { Socket } from 'node:net'
import { NodePgDatabase, type NodePgClient } from 'drizzle-orm/node-postgres'
import { Client, type Pool, type PoolClient } from 'pg'
import { databaseUrl } from '../env'
import { PreparingPool } from './preparing-pool'
import { QuickDialect } from './quick-dialect'
import { QuickSession } from './quick-session'

type KeepingPool = Pool & Pick<PreparingPool, 'inTransaction'>

// Next loads a module several times in one process; the pool must exist once.
const shared = globalThis as typeof globalThis & { debriefPool?: KeepingPool }

const MAX_CONNECTIONS = 10
/** Of a connection, with all that is kept on it. */
const LIFETIME_SECONDS = 60 * 60
/** Milliseconds for which one that nobody uses is kept: to open another, and have it read what it needs of the tables, takes as long as a page. */
const REST_MS = 5 * 60_000
/** Milliseconds until whoever waits for a connection is told that there is none. */
const CONNECT_MS = 10_000
/** Milliseconds that the server lets a statement run, or a transaction rest. */
const STATEMENT_MS = 12_000
/** The same for migrations and shell commands, whose statements may take their time. */
export const LONG_STATEMENT_MS = 15 * 60_000
/** Milliseconds after a statement's limit in which its end has to arrive: then the connection is taken for dead. */
const ON_THE_WAY_MS = 3_000

export function pool(): KeepingPool {
  shared.debriefPool ??= openPool(STATEMENT_MS)
  return shared.debriefPool
}

/** To be called before anything is asked, by a program whose statements may take so many milliseconds. */
export function limitStatements(milliseconds: number) {
  shared.debriefPool = openPool(milliseconds)
}

export type Database = NodePgDatabase

export function db(): Database {
  return databaseOn(pool())
}

const dialect = new QuickDialect()
const databases = new WeakMap<NodePgClient, Database>()

/** What is asked goes through this client. */
export function databaseOn(client: NodePgClient): Database {
  const database =
    databases.get(client) ?? new NodePgDatabase(dialect, new QuickSession(client, dialect, undefined), undefined)
  databases.set(client, database)
  return database
}

/** A transaction offers the same reads and writes. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Whatever a statement can be sent through. */
export type Executor = Database | Transaction

export async function closePool() {
  const open = shared.debriefPool
  shared.debriefPool = undefined
  await open?.end()
}

/** A connection apart from the pool, of LONG_STATEMENT_MS. To be ended. */
export async function connectForLong(): Promise<Client> {
  const client = new Client({ ...connection(LONG_STATEMENT_MS), connectionTimeoutMillis: LONG_STATEMENT_MS })
  client.on('error', () => {})
  await client.connect()
  await client.query(limits(LONG_STATEMENT_MS))
  return client
}

function openPool(statementMs: number) {
  const silenceMs = statementMs + ON_THE_WAY_MS
  const opened = new PreparingPool({
    ...connection(statementMs),
    Client: WatchedClient,
    max: MAX_CONNECTIONS,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    idleTimeoutMillis: REST_MS,
    connectionTimeoutMillis: CONNECT_MS,
    verify: (client, done) => void client.query(limits(statementMs)).then(() => done(), done),
  })
  // A connection that the server ends must not end the process, idle or in use; the next query opens another.
  opened.on('error', () => {})
  opened.on('connect', (client) => client.on('error', () => {}))
  opened.on('acquire', (client) => (client as PoolClient & WatchedClient).limitSilence(silenceMs))
  opened.on('release', (_, client) => (client as PoolClient & WatchedClient).limitSilence(FOREVER))
  return opened
}

function connection(statementMs: number) {
  const stream = socketWithin(statementMs + ON_THE_WAY_MS)
  return { connectionString: databaseUrl(), stream, keepAlive: true, keepAliveInitialDelayMillis: 5_000 }
}

/**
 * By a statement, since a connection pooler in front may refuse them as parameters of the connection. The embedded database
 * has one session for all, which such a limit would end: it has its own (`PostgresSocket`). Nothing is compiled: where rows are
 * estimated a thousand times too many, that takes seconds, in which no limit ends a statement.
 */
function limits(milliseconds: number) {
  return `SELECT set_config(name, setting, false)
    FROM (VALUES ('statement_timeout', '${milliseconds}'), ('idle_in_transaction_session_timeout', '${milliseconds}'), ('jit', 'off'))
      AS limits (name, setting)
    WHERE version() NOT LIKE '%PGlite%'`
}

/**
 * Cuts a connection that has gone silent, with all that waits on it. `query_timeout` of pg would only stop waiting for one
 * statement and leave the next one behind it, on the same connection.
 */
function socketWithin(milliseconds: number) {
  return () => {
    const socket = new Socket()
    return socket.setTimeout(milliseconds, () => socket.destroy(new DatabaseSilent()))
  }
}

/** One that rests may be silent. */
const FOREVER = 0

class WatchedClient extends Client {
  /** The socket itself, before it is encrypted. */
  readonly #socket = this.connection.stream as Socket

  limitSilence(milliseconds: number) {
    this.#socket.setTimeout(milliseconds)
  }
}

class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT'
  constructor() {
    super('The database has gone silent.')
  }
}
