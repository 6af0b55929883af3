import 'server-only'
import { Pool, type PoolClient, type QueryConfig } from 'pg'
import { log } from '../log'

/** Times that a statement is asked before its plan is kept. */
const OFTEN = 3
/** Statements that are counted, those asked last, and that are kept on a connection: each takes memory of the server. */
const MOST_COUNTED = 300
const MOST_KEPT = 100
/** A search is planned for its words: those that most talks have are found in another way than rare ones. */
const SEARCHES = '@@'
/**
 * What PostgreSQL says where a kept statement is gone or there already, as behind a pooler that gives each transaction another
 * connection, and where a migration has changed what it tells.
 */
const NOT_KEPT = new Set(['26000', '42P05', '0A000'])

type Counted = { number: number; times: number }
type Connection = { prefix: string; kept: Set<number> }

/**
 * Has the server keep its plan of what is asked often outside of a transaction: to plan a list takes several times as long as to
 * read it. Where it cannot, each is planned when it is asked, as with any pool. Tells by promises alone.
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
    const number = this.#isGivenUp || config.text.includes(SEARCHES) ? null : this.#numberOf(config.text)
    return (number === null ? super.query(config) : this.#askKept(config, number)) as never
  }

  async #askKept(config: QueryConfig, number: number) {
    const client = await this.connect()
    let failure: Error | undefined
    try {
      return await client.query({ ...config, name: this.#nameOn(client, number) })
    } catch (error) {
      failure = error as Error
      if (!isNotKept(error)) throw error
    } finally {
      client.release(failure)
    }
    this.#isGivenUp = true
    log.warn({ cause: failure }, 'the database does not keep statements: each is planned when it is asked')
    return super.query(config)
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

  /** Of its own for each connection: the embedded database has one session for all. */
  #nameOn(client: PoolClient, number: number): string | undefined {
    const connection = this.#connections.get(client) ?? { prefix: crypto.randomUUID(), kept: new Set() }
    this.#connections.set(client, connection)
    if (!connection.kept.has(number) && connection.kept.size >= MOST_KEPT) return undefined
    connection.kept.add(number)
    return `${connection.prefix}-${number}`
  }
}

function isNotKept(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_KEPT.has(String(error.code))
}
