import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
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

/** Makes nothing of any, so that each is met once; `tried` are how many were tried together each time. */
async function deriveWith(derive: (ids: string[]) => Promise<void>) {
  const tried: number[] = []
  const derived = {
    ...{ table: interviewFacts, rules: -1 },
    derive: (_: unknown, ids: string[]) => {
      tried.push(ids.length)
      return derive(ids)
    },
  }
  const failure = await deriveAnew(derived, () => Promise.resolve()).catch((cause: unknown) => cause)
  return { tried, failure }
}

test('where the database is lost, what is left is not tried one after another', async () => {
  const { tried, failure } = await deriveWith(() => Promise.reject(lost()))
  expect(tried).toEqual([INTERVIEWS, 1, 1])
  expect(failure).toMatchObject({ code: 'ECONNREFUSED' })
})

test('one for which it fails costs the others nothing, nor does one that the database took too long for', async () => {
  for (const reason of [new Error('unreadable'), Object.assign(new Error('timeout'), { code: '57014' })]) {
    let bad = ''
    const { tried, failure } = await deriveWith((ids) => {
      bad ||= ids[0] ?? ''
      return ids.includes(bad) ? Promise.reject(reason) : Promise.resolve()
    })
    expect(tried).toEqual([INTERVIEWS, ...Array.from({ length: INTERVIEWS }, () => 1)])
    expect(failure).toBe(reason)
  }
})

test('of those that are fine some are made together', async () => {
  const { tried, failure } = await deriveWith(() => Promise.resolve())
  expect({ tried, failure }).toEqual({ tried: [INTERVIEWS], failure: undefined })
})
