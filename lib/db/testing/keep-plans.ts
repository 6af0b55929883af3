import type { PoolClient } from 'pg'
import { closePool, pool } from '../client'

type Asked = string | { text: string; name?: string }

/** From now on the server keeps its plan of whatever has parameters, in transactions too, for what asks the same a thousand times. */
export async function keepPlans() {
  // Those that are open already do not.
  await closePool()
  pool().on('connect', nameAll)
}

function nameAll(client: PoolClient) {
  // Of its own for each connection: the embedded database has one session for all.
  const prefix = crypto.randomUUID()
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `${prefix}-${names.size}`
    names.set(text, name)
    return name
  }
  const query = client.query.bind(client) as (asked: unknown, ...rest: unknown[]) => unknown
  const named = (asked: Asked, ...rest: unknown[]) =>
    query(typeof asked === 'string' ? asked : { ...asked, name: asked.name ?? nameOf(asked.text) }, ...rest)
  client.query = named as typeof client.query
}
