import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { interviewFacts } from '../db/schema/facts'
import { givenInterview } from '../db/testing/interview'
import { log } from '../log'
import { deriveAnew } from './derived'

log.level = 'silent'

const INTERVIEWS = 5
const lost = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

beforeEach(async () => {
  await db().execute(sql`TRUNCATE interviews CASCADE`)
  for (let made = 0; made < INTERVIEWS; made++) await givenInterview()
})

/** Makes nothing of any, so that each is asked for once. */
async function deriveWith(derive: () => Promise<void>) {
  const tried = vi.fn(derive)
  const derived = { table: interviewFacts, rules: -1, derive: tried }
  const failure = await deriveAnew(derived, () => Promise.resolve()).catch((cause: unknown) => cause)
  return { tried: tried.mock.calls.length, failure }
}

test('where the database is lost, what is left is not tried one after another', async () => {
  const { tried, failure } = await deriveWith(() => Promise.reject(lost()))
  expect(tried).toBe(2)
  expect(failure).toMatchObject({ code: 'ECONNREFUSED' })
})

test('one for which it fails costs the others nothing, nor does one that the database took too long for', async () => {
  for (const reason of [new Error('unreadable'), Object.assign(new Error('timeout'), { code: '57014' })]) {
    let asked = 0
    const { tried, failure } = await deriveWith(() => (asked++ === 1 ? Promise.reject(reason) : Promise.resolve()))
    expect(tried).toBe(INTERVIEWS)
    expect(failure).toBe(reason)
  }
})
