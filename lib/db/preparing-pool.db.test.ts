import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { databaseUrl } from '../env'
import { log } from '../log'
import { PreparingPool } from './preparing-pool'

let pool: Pool
beforeEach(() => {
  pool = new PreparingPool({ connectionString: databaseUrl(), max: 1 })
})
afterEach(() => pool.end())

const askOften = async (text: string) => {
  for (let turn = 0; turn < 4; turn++) await pool.query(text, [turn])
}

const divide = (by: number) => pool.query('SELECT 1 / $1::int AS divided', [by])

/** The names of the statements that this pool keeps; the embedded database has those of others too. */
async function kept(about = '%'): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>({
    text: 'SELECT name FROM pg_prepared_statements WHERE statement LIKE $1 AND statement NOT LIKE $2 ORDER BY name',
    values: [`SELECT $1::int AS of_this_test${about}`, '%pg_prepared%'],
  })
  return rows.map(({ name }) => name)
}

test('what is asked often is planned once, and what is asked now and then, or searches, each time', async () => {
  await askOften('SELECT $1::int AS of_this_test_often')
  await pool.query('SELECT $1::int AS of_this_test_once', [1])
  await askOften("SELECT $1::int AS of_this_test_searches, 'a'::tsvector @@ 'a'::tsquery")
  await expect(kept('_often')).resolves.toHaveLength(1)
  await expect(kept()).resolves.toHaveLength(1)
})

test('a connection keeps a hundred at most, and answers whatever is asked besides', async () => {
  for (let column = 0; column < 105; column++) await askOften(`SELECT $1::int AS of_this_test_${column}`)
  const { rows } = await pool.query<{ last: number }>('SELECT $1::int AS last', [7])
  expect(rows).toEqual([{ last: 7 }])
  await expect(kept()).resolves.toHaveLength(100)
})

test('where the database keeps none, as behind a pooler of transactions, each is answered as before', async () => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
  await askOften('SELECT $1::int AS of_this_test_gone')
  const [name] = await kept()
  await pool.query(`DEALLOCATE "${name}"`)
  const { rows } = await pool.query<{ number: number }>('SELECT $1::int AS of_this_test_gone', [9])
  expect(rows).toEqual([{ of_this_test_gone: 9 }])
  expect(warn).toHaveBeenCalledOnce()
  await askOften('SELECT $1::int AS of_this_test_after')
  await expect(kept()).resolves.toEqual([])
})

test('a statement whose columns a migration has changed is answered anew', async () => {
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  const migrate = (type: string) => pool.query(`ALTER TABLE of_this_test ALTER COLUMN told TYPE ${type}`)
  await pool.query('CREATE TABLE of_this_test (told integer)')
  await pool.query('INSERT INTO of_this_test VALUES (1)')
  const tell = 'SELECT told, $1::int AS turn FROM of_this_test'
  await askOften(tell)
  await migrate('text')
  const { rows } = await pool.query<{ told: string }>(tell, [4])
  expect(rows).toEqual([{ told: '1', turn: 4 }])
  await pool.query('DROP TABLE of_this_test')
})

test('an error of the statement itself is told, once', async () => {
  for (let turn = 1; turn < 5; turn++) await divide(turn)
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
  await expect(divide(1)).resolves.toMatchObject({ rows: [{ divided: 1 }] })
})
