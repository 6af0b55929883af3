import 'server-only'
import { Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg'
import { log } from '../log'

/** Times that a statement is asked before its plan is kept. */
const OFTEN = 3
/** Statements that are counted, those asked last, and that are kept on a connection: each takes memory of the server. */
const MOST_COUNTED = 300
const MOST_KEPT = 100
/**
 * What PostgreSQL says where a kept statement is gone or there already, as behind a pooler that gives each transaction another
 * connection; and which part of it says that a migration has changed what the statement tells, for which there is no code.
 */
const NOT_KEPT = new Set(['26000', '42P05'])
const OF_KEPT = 'RevalidateCachedQuery'

type Counted = { number: number; times: number }
type End = (client: PoolClient) => Promise<unknown>
type Connection = { prefix: string; kept: Set<number> }
/** What statements can be sent through. */
export type StatementSender = { query: (config: QueryConfig, values: unknown[]) => Promise<QueryResult> }

/**
 * Has the server keep its plan of what is asked often, outside of a transaction or in one of `inTransaction`: to plan a list takes
 * several times as long as to read it. Where it cannot, each is planned when it is asked, as with any pool. Tells by promises alone.
 */
export class PreparingPool extends Pool {
  readonly #counted = new Map<string, Counted>()
  readonly #connections = new WeakMap<PoolClient, Connection>()
  #numbers = 0
  #isGivenUp = false

  override query(asked: string | QueryConfig, ...[values]: unknown[]): never {
    const config =
      typeof asked === 'string'
        ? { text: asked, values: values as unknown[] }
        : { values: values as unknown[], ...asked }
    return this.#onClient((client) => client.query({ ...config, name: this.#nameOn(client, config.text) })) as never
  }

  /**
   * Reads in a transaction that `begin` begins, statements without parameters; a second time where nothing is kept any more. What is
   * read is told before the transaction is over.
   */
  inTransaction<Result>(begin: string, read: (on: StatementSender) => Promise<Result>): Promise<Result> {
    const ask = async (client: PoolClient) => {
      const query: StatementSender['query'] = (config, values) =>
        client.query({ ...config, values, name: this.#nameOn(client, config.text) })
      await client.query(begin)
      return read({ query })
    }
    return this.#onClient(ask, (client) => client.query('COMMIT'))
  }

  async #onClient<Result>(ask: (client: PoolClient) => Promise<Result>, end?: End): Promise<Result> {
    try {
      return await this.#onceOnClient(ask, end)
    } catch (cause) {
      if (!isNotKept(cause)) throw cause
      if (!this.#isGivenUp)
        log.warn({ cause }, 'the database does not keep statements: each is planned when it is asked')
      this.#isGivenUp = true
      return this.#onceOnClient(ask, end)
    }
  }

  /** A connection on which something failed is closed; what ends the work on it is waited for by nobody else. */
  async #onceOnClient<Result>(ask: (client: PoolClient) => Promise<Result>, end?: End): Promise<Result> {
    const client = await this.connect()
    const letGo = (failure?: Error) => client.release(failure)
    try {
      const result = await ask(client)
      if (end) end(client).then(() => letGo(), letGo)
      else letGo()
      return result
    } catch (error) {
      letGo(error as Error)
      throw error
    }
  }

  /** Of its own for each connection: the embedded database has one session for all. None until it has been asked often. */
  #nameOn(client: PoolClient, text: string): string | undefined {
    const number = this.#isGivenUp ? null : this.#numberOf(text)
    const connection = this.#connections.get(client) ?? { prefix: crypto.randomUUID(), kept: new Set() }
    this.#connections.set(client, connection)
    if (number === null || (!connection.kept.has(number) && connection.kept.size >= MOST_KEPT)) return undefined
    connection.kept.add(number)
    return `${connection.prefix}-${number}`
  }

  /** Null until it has been asked often. */
  #numberOf(text: string): number | null {
    const { number, times } = this.#counted.get(text) ?? { number: this.#numbers++, times: 0 }
    // The last one asked is the last to go.
    this.#counted.delete(text)
    this.#counted.set(text, { number, times: times + 1 })
    const [oldest] = this.#counted.keys()
    if (this.#counted.size > MOST_COUNTED && oldest !== undefined) this.#counted.delete(oldest)
    return times < OFTEN ? null : number
  }
}

/** Itself, or as Drizzle tells it. */
function isNotKept(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isGone = 'code' in error && NOT_KEPT.has(String(error.code))
  return isGone || ('routine' in error && error.routine === OF_KEPT) || isNotKept(error.cause)
}
