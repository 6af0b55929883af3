import type { Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureResponse } from '../server/failure-response'
import { closePool, db, limitStatements, pool } from './client'
import { givenGate } from './testing/gate'

/** Far less than in real life, so that nobody has to wait; a silent connection is given up 3 s later. */
const STATEMENT_MS = 500

let database: string
let gate: Awaited<ReturnType<typeof givenGate>>

beforeEach(async () => {
  database = process.env.DATABASE_URL ?? ''
  await closePool()
  gate = await givenGate(database)
  process.env.DATABASE_URL = gate.url
  limitStatements(STATEMENT_MS)
})
afterEach(async () => {
  await closePool()
  gate.close()
  process.env.DATABASE_URL = database
})

const one = async () => (await db().execute<{ one: number }>(sql`SELECT 1 AS one`)).rows[0]?.one
const many = <T>(count: number, make: () => Promise<T>) => Array.from({ length: count }, make)

/** What a browser would be told. */
async function answerOf(work: Promise<unknown>) {
  const failure = await work.catch((error: unknown) => error)
  const { status, code } = (await failureResponse(failure).json()) as { status: number; code: string }
  return { status, code }
}

const unavailable = { status: 503, code: 'database_unavailable' }

test('when all connections go silent, who uses one is told so, and who waits for one gets their turn', async () => {
  const clients = await Promise.all(many(10, () => pool().connect()))
  clients.forEach((client) => client.release())
  gate.goSilent()

  const stuck = many(10, () => answerOf(one()))
  const waiting = many(5, one)
  await expect(Promise.all(stuck)).resolves.toEqual(stuck.map(() => unavailable))
  await expect(Promise.all(waiting)).resolves.toEqual([1, 1, 1, 1, 1])
  expect(gate.silentCount(), 'none of the silent ones is kept').toBe(0)
})

test('a connection that rests may be silent, and is the next one to be used', async () => {
  const client = await pool().connect()
  const stream = client.connection.stream as Socket
  expect(stream.timeout, 'milliseconds until it is given up').toBe(STATEMENT_MS + 3_000)
  client.release()
  expect(stream.timeout).toBe(0)
  const next = await pool().connect()
  expect(next.connection.stream).toBe(stream)
  expect(stream.timeout).toBe(STATEMENT_MS + 3_000)
  next.release()
})

test('who waits for a connection in vain is told so', async () => {
  const clients = await Promise.all(many(10, () => pool().connect()))
  await expect(answerOf(one())).resolves.toEqual(unavailable)
  clients.forEach((client) => client.release())
})

test('one connection that goes silent holds up nobody but whoever uses it', async () => {
  await one()
  gate.goSilent()
  const stuck = answerOf(one())

  await expect(Promise.all(many(20, one))).resolves.toEqual(many(20, async () => 1).map(() => 1))
  expect(gate.silentCount(), 'it is still waited for').toBe(1)
  await expect(stuck).resolves.toEqual(unavailable)
})

test('a transaction that goes silent ends with 503, and its connection is not used again', async () => {
  const transaction = db().transaction(async (tx) => {
    await tx.execute(sql`SELECT 1`)
    gate.goSilent()
    await tx.execute(sql`SELECT 2`)
  })

  await expect(answerOf(transaction)).resolves.toEqual(unavailable)
  expect(pool().totalCount).toBe(0)
  await expect(one()).resolves.toBe(1)
})

test('a connection that is lost inside a transaction ends no process, and the next statement has another', async () => {
  const client = await pool().connect()
  await client.query('BEGIN')
  const ended = new Promise((resolve) => client.once('end', resolve))
  gate.cut()
  await ended
  client.release()

  await expect(one()).resolves.toBe(1)
})

test('no statement is compiled before it runs, however much it is thought to cost', async () => {
  const client = await pool().connect()
  await client.query('SET jit_above_cost = 0')
  const explaining = client.query('EXPLAIN (ANALYZE, FORMAT JSON) SELECT count(*) FROM generate_series(1, 10)')
  const { rows } = await explaining.finally(() => client.release(true))
  const [explained] = rows[0]?.['QUERY PLAN'] ?? []
  expect(explained).toHaveProperty('Execution Time')
  expect(explained).not.toHaveProperty('JIT')
})

test('a database that is not there is 503 at once', async () => {
  await closePool()
  process.env.DATABASE_URL = 'postgres://postgres@127.0.0.1:1/none'
  await expect(answerOf(one())).resolves.toEqual(unavailable)
  process.env.DATABASE_URL = `postgres://postgres@localhost/none?host=${encodeURIComponent('/nowhere')}`
  await closePool()
  await expect(answerOf(one())).resolves.toEqual(unavailable)
})
