// What is asked as if something had been done before, which then was not.
import type { Pool, PoolClient } from 'pg'
import { pool } from '../db/client'
import type { StatementSender } from '../db/preparing-pool'

const shared = globalThis as typeof globalThis & { debriefPool?: Pool }
const OF_TRANSACTIONS = /^(?:begin|commit|rollback|savepoint|release)\b/i

/** The answer that there is once `before` is done; of both nothing remains. */
export async function askedAfter<T>(
  before: (client: PoolClient) => Promise<unknown>,
  ask: () => Promise<T>,
): Promise<T> {
  const real = pool()
  const client = await real.connect()
  try {
    await client.query('BEGIN')
    await before(client)
    shared.debriefPool = within(client)
    return await ask()
  } finally {
    shared.debriefPool = real
    await client.query('ROLLBACK')
    client.release()
  }
}

/** Everything goes through the one connection, whose transaction goes on whatever is begun, committed and rolled back in it. */
function within(client: PoolClient): Pool {
  let last: Promise<unknown> = Promise.resolve()
  const query = (statement: string | { text: string }, ...rest: unknown[]) => {
    const text = typeof statement === 'string' ? statement : statement.text
    if (OF_TRANSACTIONS.test(text)) return Promise.resolve({ rows: [], rowCount: 0 })
    const send = () => client.query(statement as string, ...(rest as [unknown[]]))
    const asked = last.then(send, send)
    last = asked.catch(() => {})
    return asked
  }
  const inTransaction: ReturnType<typeof pool>['inTransaction'] = (_, read) =>
    read({ query } as unknown as StatementSender)
  return { query, inTransaction } as unknown as Pool
}
