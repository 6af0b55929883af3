import { PGlite } from '@electric-sql/pglite'
import { Client, Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PostgresSocket } from './postgres-socket'

let engine: PGlite
let socket: PostgresSocket
let connectionString: string

beforeAll(async () => {
  engine = await PGlite.create()
  socket = new PostgresSocket(engine)
  connectionString = `postgres://postgres@127.0.0.1:${await socket.listen(0)}/postgres`
})

afterAll(async () => {
  await socket.close()
  await engine.close()
})

async function connected() {
  const client = new Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return client
}

const ask = async (client: Pool | Client | PoolClient, number: number) => {
  const values = [number, 'z'.repeat(number % 3 ? 10 : 200_000)]
  const { rows } = await client.query<{ number: number }>('SELECT $1::int AS number, length($2) AS length', values)
  return rows[0]?.number === number
}

const visit = async (number: number) => {
  const client = await connected()
  const right = await ask(client, number)
  await client.end()
  return right
}

test('a hundred queries at once over ten connections each get their own rows', async () => {
  const pool = new Pool({ connectionString, max: 10 })
  const numbers = Array.from({ length: 100 }, (_, index) => index)
  const answers = await Promise.all(
    numbers.map(async (number) => {
      const text = `SELECT $1::int AS number, repeat('x', $1::int * 100) AS filler${number % 2 ? ', 1 AS odd' : ''}`
      const { rows } = await pool.query<{ number: number }>(text, [number])
      return rows[0]?.number
    }),
  )
  expect(answers).toEqual(numbers)
  await pool.end()
})

test('clients that come and go, large questions and transactions never mix each other’s rows', async () => {
  const pool = new Pool({ connectionString, max: 6 })
  await pool.query('CREATE TABLE written (id int, filler text)')
  const transact = async (number: number) => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('INSERT INTO written VALUES ($1, $2)', [number, 'q'.repeat(50_000)])
    const right = await ask(client, number)
    await client.query(number % 2 ? 'COMMIT' : 'ROLLBACK')
    client.release()
    return right
  }
  const numbers = Array.from({ length: 120 }, (_, index) => index)
  const answers = await Promise.all([
    ...numbers.map((number) => ask(pool, number)),
    ...numbers.slice(0, 30).map((number) => transact(number)),
    ...numbers.slice(0, 24).map((number) => visit(number)),
  ])
  expect(answers.filter((right) => !right)).toEqual([])
  await pool.end()
})

test('what does not fit into one packet is still one question', async () => {
  const client = await connected()
  const long = 'y'.repeat(3_000_000)
  const { rows } = await client.query<{ long: string }>('SELECT $1::text AS long', [long])
  expect(rows[0]?.long).toBe(long)
  await client.end()
})

test('others wait while a transaction is open, and see what it wrote once it is over', async () => {
  const [writer, reader] = [await connected(), await connected()]
  await writer.query('CREATE TABLE counted (id int)')
  await writer.query('BEGIN')
  await writer.query('INSERT INTO counted VALUES (1)')
  const seen = reader.query<{ count: number }>('SELECT count(*)::int AS count FROM counted')
  await writer.query('INSERT INTO counted VALUES ($1)', [2])
  await writer.query('COMMIT')
  expect((await seen).rows[0]?.count).toBe(2)
  await writer.end()
  await reader.end()
})

test('what a client has the one session keep is gone once the client is', async () => {
  const [leaver, other] = [await connected(), await connected()]
  const kept = async () => {
    const { rows } = await other.query<{ name: string }>('SELECT name FROM pg_prepared_statements')
    return rows.map(({ name }) => name)
  }
  const name = 'one "of" a client'
  for (const number of [1, 2]) await leaver.query({ name, text: 'SELECT $1::int AS number', values: [number] })
  await expect(kept()).resolves.toEqual([name])
  await leaver.end()
  await vi.waitFor(async () => expect(await kept()).toEqual([]))
  await other.end()
})

test('a client that goes away inside a transaction is rolled back and blocks nobody', async () => {
  const [leaver, other] = [await connected(), await connected()]
  await other.query('CREATE TABLE left_behind (id int)')
  await leaver.query('BEGIN')
  await leaver.query('INSERT INTO left_behind VALUES (1)')
  const seen = other.query<{ count: number }>('SELECT count(*)::int AS count FROM left_behind')
  leaver.connection.stream.destroy()
  expect((await seen).rows[0]?.count).toBe(0)
  await other.end()
})

test('a client that falls silent inside a transaction is cut off after its limit, and the others go on', async () => {
  const impatient = await PGlite.create()
  const its = new PostgresSocket(impatient, { idleInTransactionMs: 500 })
  const address = `postgres://postgres@127.0.0.1:${await its.listen(0)}/postgres`
  const [sleeper, other] = [new Client(address), new Client(address)]
  const cut = new Promise((resolve) => sleeper.on('error', resolve))
  await sleeper.connect()
  await other.connect()
  await other.query('CREATE TABLE left_behind (id int)')
  await sleeper.query('BEGIN')
  await sleeper.query('INSERT INTO left_behind VALUES ($1)', [1])

  const seen = other.query<{ count: number }>('SELECT count(*)::int AS count FROM left_behind')
  await cut
  expect((await seen).rows[0]?.count).toBe(0)
  await other.end()
  await its.close()
  await impatient.close()
})

test('an engine that gives up is noticed at its last words, before the next question waits for ever', async () => {
  const dying = await PGlite.create()
  const lastWords: string[] = []
  const its = new PostgresSocket(dying, { onBroken: (words) => lastWords.push(words) })
  const client = new Client(`postgres://postgres@127.0.0.1:${await its.listen(0)}/postgres`)
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT $1::int', [1])
  await client.query('SELECT nonsense').catch(() => {})
  await client.query('SELECT $1::int', ['no number']).catch(() => {})
  expect(lastWords, 'an error is no reason').toEqual([])

  // As PGlite answers when its disk is full: no ReadyForQuery follows.
  const panic = Buffer.from('E\0\0\0\x13SPANIC\0C53100\0\0')
  vi.spyOn(dying, 'execProtocolRawStream').mockImplementation(async (_, { onRawData }) => {
    onRawData(panic)
  })
  await expect(client.query('INSERT')).rejects.toMatchObject({ code: '53100' })
  expect(lastWords).toEqual([panic.toString()])
  vi.restoreAllMocks()
  await its.close()
  await dying.close()
})

test('an answer is whole wherever the engine divides it', async () => {
  const lastWords: string[] = []
  const its = new PostgresSocket(engine, { onBroken: (words) => lastWords.push(words) })
  const client = new Client(`postgres://postgres@127.0.0.1:${await its.listen(0)}/postgres`)
  await client.connect()
  // The engine hands over what it has each time that 8 KiB are full; its last six bytes say that it is ready.
  for (let length = 8_000; length < 8_200; length++) {
    const { rows } = await client.query<{ text: string }>("SELECT repeat('z', $1) AS text", [length])
    expect(rows[0]?.text).toHaveLength(length)
  }
  expect(lastWords).toEqual([])
  await client.end()
  await its.close()
})

test('an error is told to the one who caused it, and the connection goes on', async () => {
  const client = await connected()
  await expect(client.query('SELECT $1::int', ['no number'])).rejects.toMatchObject({ code: '22P02' })
  await expect(client.query('SELECT nonsense')).rejects.toMatchObject({ code: '42703' })
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await client.end()
})
