import { asyncProperty, assert, array, constantFrom, nat, oneof, record, type Arbitrary } from 'fast-check'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { arrives, asId, givenInterview, type GivenInterview } from '../db/testing/interview'
import { candidateEmail } from '../ribbon/candidate-email'
import { linkAttempts, unlinkAttempt } from './commands'
import { MOST_ATTEMPTS } from './attempt'
import { listAttempts } from './queries'

let flowId: string
let team: string
beforeEach(() => {
  flowId = crypto.randomUUID()
  team = crypto.randomUUID()
})

const by = (email: string | null, given: Parameters<typeof givenInterview>[0] = {}) =>
  givenInterview({ flowId, teamId: team, candidate: { name: 'Callum', email: candidateEmail(email) }, ...given })

async function givenLinker(teams?: string[]): Promise<May<'attempt.link'>> {
  return whoMay(await givenViewer(teams ? { teams } : {}), 'attempt.link')
}

async function attemptsOf(reader: Viewer, { id }: Pick<GivenInterview, 'id'>): Promise<string[]> {
  const { [id]: attempts = [] } = await listAttempts(reader, [id])
  return attempts.map((attempt) => attempt.id)
}

test('who is interviewed twice in one flow under one email, however it is written, has attempts, from the first on', async () => {
  const first = await by('Callum@Example.com ')
  const second = await by('callum@example.com', { state: 'not_taken' })
  await by('callum@example.org')
  await by('callum@example.com', { flowId: crypto.randomUUID() })
  const reader = await givenViewer({ teams: [team] })
  const attempts = [{ id: first.id }, { id: second.id, state: 'not_taken', isLinked: false }]
  await expect(listAttempts(reader, [second.id])).resolves.toMatchObject({ [second.id]: attempts })
})

test('one candidate with any number of attempts takes none from the others of a page, and each that is asked for is told', async () => {
  const many = 2_500
  const first = await by('flood@example.com')
  await db().execute(sql`INSERT INTO interviews SELECT (jsonb_populate_record(one, jsonb_build_object(
      'id', one.id || ' ' || later, 'first_seen_at', one.first_seen_at + later * interval '1 second'))).*
    FROM interviews AS one, generate_series(1, ${many - 1}::int) AS later WHERE one.id = ${first.id}`)
  const flood = Array.from({ length: many }, (_, index) => (index === 0 ? first.id : `${first.id} ${index}`))
  const [one, other] = [await by('callum@example.com'), await by('callum@example.com')]
  const reader = await givenViewer({ teams: [team] })
  const last = `${first.id} ${many - 1}`
  const { [last]: all = [], [other.id]: theirs } = await listAttempts(reader, [last, other.id])
  expect(all.map(({ id }) => id)).toEqual([...flood.slice(0, MOST_ATTEMPTS), last])
  expect(all.at(-1)).toMatchObject({ number: many, total: many })
  expect(theirs).toMatchObject([
    { id: one.id, number: 1, total: 2 },
    { id: other.id, number: 2, total: 2 },
  ])
})

test.each([
  ['email', { candidate: { name: 'Callum', email: null } }],
  ['email that says anything', { candidate: { name: 'Callum', email: candidateEmail('  ') } }],
  ['flow', { flowId: null }],
])('interviews without an %s are nobody’s attempts', async (_, given) => {
  const [first] = [await by('x@example.com', given), await by('x@example.com', given)]
  await expect(listAttempts(await givenViewer(), [first.id])).resolves.toEqual({})
})

test('what is linked by hand belongs together with all that have either email, also with what comes later', async () => {
  const [one, other] = [await by('callum@example.com'), await by(null)]
  const linker = await givenLinker()
  await linkAttempts(linker, other.id, one.id)
  const later = await by('CALLUM@example.com')
  for (const of of [one, other, later]) expect(await attemptsOf(linker, of)).toEqual([one.id, other.id, later.id])
  expect((await listAttempts(linker, [one.id]))[one.id]?.map(({ isLinked }) => isLinked)).toEqual([true, true, true])

  await unlinkAttempt(linker, other.id)
  expect(await attemptsOf(linker, other)).toEqual([])
  expect(await attemptsOf(linker, later)).toEqual([one.id, later.id])
})

test('a reader is told of the attempts that they see alone, through a link with one that they do not see too', async () => {
  const [one, between, other] = [
    await by('a@example.com'),
    await by('b@example.com', { teamId: 'elsewhere' }),
    await by(null),
  ]
  const linker = await givenLinker()
  await linkAttempts(linker, one.id, between.id)
  const reader = await givenViewer({ teams: [team] })
  expect(await attemptsOf(reader, one)).toEqual([])
  await linkAttempts(linker, between.id, other.id)
  expect(await attemptsOf(reader, one)).toEqual([one.id, other.id])
  expect(await attemptsOf(reader, between)).toEqual([])
  expect(await attemptsOf(linker, one)).toEqual([one.id, between.id, other.id])
})

test('nobody links, or takes apart, what they do not see, or interviews of two flows', async () => {
  const [one, unseen] = [await by('a@example.com'), await by('b@example.com', { teamId: 'elsewhere' })]
  const elsewhere = await by('c@example.com', { flowId: crypto.randomUUID() })
  const linker = await givenLinker([team])
  for (const attempt of [
    () => linkAttempts(linker, one.id, unseen.id),
    () => linkAttempts(linker, unseen.id, one.id),
    () => linkAttempts(linker, one.id, asId('nowhere')),
    () => unlinkAttempt(linker, unseen.id),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'interview_not_found' })
  await expect(linkAttempts(linker, one.id, elsewhere.id)).rejects.toMatchObject({ code: 'attempt_elsewhere' })
})

test('an email that Ribbon corrects makes it another candidate’s', async () => {
  const [one, other] = [await by('a@example.com'), await by('a@example.com')]
  const reader = await givenViewer()
  await arrives({ ...other, candidate: { name: 'Callum', email: 'b@example.com' } })
  expect(await attemptsOf(reader, one)).toEqual([])
})

type Step = { links: boolean; one: number; other: number }
const step: Arbitrary<Step> = record({ links: constantFrom(true, true, false), one: nat(5), other: nat(5) })

test('whatever is linked and taken apart, in whatever order, everybody of a set is told the same set', async () => {
  const linker = await givenLinker()
  await assert(
    asyncProperty(
      array(step, { minLength: 1, maxLength: 8 }),
      oneof(constantFrom(2), constantFrom(6)),
      async (steps, emails) => {
        flowId = crypto.randomUUID()
        const all: GivenInterview[] = []
        for (let index = 0; index < 6; index++) all.push(await by(`${index % emails}@example.com`))
        // What each has its key with, and which keys are together.
        let sets = Array.from({ length: emails }, (_, key) => [key])
        for (const { links, one, other } of steps) {
          const [first, second] = [all[one], all[other]]
          if (!first || !second) throw new Error('there is no such interview')
          if (links) await linkAttempts(linker, first.id, second.id)
          else await unlinkAttempt(linker, first.id)
          const [key, another] = [one % emails, other % emails]
          const mine = sets.find((set) => set.includes(key)) ?? []
          const theirs = sets.find((set) => set.includes(another)) ?? []
          if (links && mine !== theirs)
            sets = [...sets.filter((set) => set !== mine && set !== theirs), [...mine, ...theirs]]
          if (!links) sets = [...sets.filter((set) => set !== mine), mine.filter((other) => other !== key), [key]]
        }
        const told = await listAttempts(
          linker,
          all.map(({ id }) => id),
        )
        for (const [index, { id }] of all.entries()) {
          const mine = sets.find((set) => set.includes(index % emails)) ?? []
          const together = all.filter((_, at) => mine.includes(at % emails)).map((interview) => interview.id)
          expect(told[id]?.map((attempt) => attempt.id) ?? [id]).toEqual(together)
        }
      },
    ),
    { numRuns: 25 },
  )
})
