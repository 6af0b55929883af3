import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { databaseUrl } from '../env'
import { log } from '../log'
import { PreparingPool } from './preparing-pool'

let pool: Pool & Pick<PreparingPool, 'inTransaction'>
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

test('what is asked often is planned once, and what is asked now and then each time', async () => {
  await askOften('SELECT $1::int AS of_this_test_often')
  await pool.query('SELECT $1::int AS of_this_test_once', [1])
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

const tell = (text: string) =>
  pool.inTransaction('BEGIN; SET LOCAL work_mem = 65536', async (on) => {
    const { rows } = await on.query({ text }, [4])
    const { rows: set } = await on.query({ text: 'SHOW work_mem' }, [])
    return { ...(rows[0] as object), ...(set[0] as object) }
  })

test('so it is in a transaction that begins as it is told to', async () => {
  for (let turn = 0; turn < 4; turn++)
    await expect(tell('SELECT $1::int AS of_this_test_within')).resolves.toEqual({
      of_this_test_within: 4,
      work_mem: '64MB',
    })
  await expect(kept('_within')).resolves.toHaveLength(1)
  await expect(pool.query('SHOW work_mem')).resolves.not.toMatchObject({ rows: [{ work_mem: '64MB' }] })
})

test('where the database keeps none, what is asked in a transaction is asked once more, and an error of its own is told', async () => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
  warn.mockClear()
  const text = 'SELECT $1::int AS of_this_test_lost'
  for (let turn = 0; turn < 4; turn++) await tell(text)
  const [name] = await kept('_lost')
  await pool.query(`DEALLOCATE "${name}"`)
  await expect(tell(text)).resolves.toMatchObject({ of_this_test_lost: 4 })
  expect(warn).toHaveBeenCalledOnce()
  await expect(tell('SELECT 1 / ($1::int - 4)')).rejects.toMatchObject({ code: '22012' })
  await expect(tell(text)).resolves.toMatchObject({ of_this_test_lost: 4 })
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
