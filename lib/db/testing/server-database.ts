import { Client } from 'pg'

/** An empty database of its own on a real PostgreSQL server, dropped by `close`; `options` are those of CREATE DATABASE. */
export async function createDatabase(server: string, options = '') {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await runOn(server, `CREATE DATABASE ${name} ${options}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, close: () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function runOn(server: string, statement: string) {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
