// A vote: one a member, changed and withdrawn at any time, each version kept; what is hidden until then, and what it says of it.
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { reveals, votes, voteVersions } from '../db/schema/votes'
import { givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import { castVote, revealInterview, withdrawVote } from './commands'
import { listVotes } from './queries'
import { aiko, BLIND, flowId, HIDDEN, interview, mara, withBlindFlow } from './testing/blind-flow'
import { readReplacedVote } from './vote'

withBlindFlow()

const OPEN = { colleagues: false, assessment: false }
const read = (search: string) => readReplacedVote(new URLSearchParams(search))
const versionsOf = (viewer: Viewer) =>
  db().select().from(voteVersions).where(eq(voteVersions.memberId, viewer.memberId)).orderBy(asc(voteVersions.castAt))

test('what colleagues voted is hidden until one has voted oneself, and then it is there with its reasons', async () => {
  await castVote(mara, interview.id, { vote: 'no_hire', reason: 'Too few nights' })
  expect(await listVotes(aiko, interview.id)).toEqual({ mine: null, others: HIDDEN })

  const votes = await castVote(aiko, interview.id, { vote: 'strong_hire' })
  expect(votes).toMatchObject({
    mine: { vote: 'strong_hire', reason: null, cast: 'blind' },
    all: [
      { member: { id: mara.memberId }, vote: 'no_hire', reason: 'Too few nights', cast: 'blind' },
      { member: { id: aiko.memberId }, vote: 'strong_hire' },
    ],
  })
})

test('a flow that hides the assessment alone shows the votes of colleagues', async () => {
  await setBlindness(mara, flowId, { colleagues: false, assessment: true })
  await castVote(mara, interview.id, { vote: 'hire' })
  expect(await listVotes(aiko, interview.id)).toMatchObject({ mine: null, all: [{ vote: 'hire' }] })
})

test('a vote is changed and withdrawn at any time, and each version stays with its time', async () => {
  for (const vote of ['hire', 'no_hire'] as const) await castVote(aiko, interview.id, { vote, reason: `For ${vote}` })
  expect(await withdrawVote(aiko, interview.id)).toMatchObject({ mine: null, all: [] })
  await withdrawVote(aiko, interview.id)

  const versions = await versionsOf(aiko)
  expect(versions).toMatchObject([
    { vote: 'hire', reason: 'For hire', cast: 'blind' },
    { vote: 'no_hire', reason: 'For no_hire', cast: 'revealed' },
    { vote: null, reason: null },
  ])
  expect(new Set(versions.map(({ castAt }) => castAt)).size).toBe(3)
})

test('the same vote twice is once; its reason stays where none is said, and goes where an empty one is', async () => {
  await castVote(aiko, interview.id, { vote: 'hire', reason: 'Calm' })
  expect(await castVote(aiko, interview.id, { vote: 'hire' })).toMatchObject({ mine: { reason: 'Calm' } })
  expect(await versionsOf(aiko)).toHaveLength(1)
  expect(await castVote(aiko, interview.id, { vote: 'hire', reason: '' })).toMatchObject({
    mine: { reason: null, cast: 'blind' },
  })
  expect(await castVote(aiko, interview.id, { vote: 'no_hire' })).toMatchObject({ mine: { reason: null } })
})

test('two tabs that vote at once leave one vote, and both are kept', async () => {
  const wanted = ['hire', 'no_hire', 'strong_hire', 'strong_no_hire'] as const
  await Promise.all(wanted.map((vote) => castVote(aiko, interview.id, { vote })))
  await expect(db().$count(votes, eq(votes.interviewId, interview.id))).resolves.toBe(1)
  const versions = await versionsOf(aiko)
  expect(new Set(versions.map(({ vote }) => vote))).toEqual(new Set(wanted))
  expect(versions).toHaveLength(wanted.length)
  expect(versions.filter(({ cast }) => cast === 'blind')).toHaveLength(1)
})

/** Of what was asked for at once, how much was done; the rest was told that another vote stands. */
async function countDone(asked: Promise<unknown>[]) {
  const outcomes = await Promise.allSettled(asked)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'vote_changed' })
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}
const castAtOnce = (viewer: May<'vote.cast'>, replaces: string | null) =>
  (['no_hire', 'strong_hire', 'strong_no_hire'] as const).map((vote) =>
    castVote(viewer, interview.id, { vote, replaces }),
  )

test('of tabs that each replace the vote that they knew one does, and the others are told of it', async () => {
  for (let turn = 0; turn < 10; turn++) {
    const { mine } = await castVote(aiko, interview.id, { vote: 'hire' })
    const known = mine?.castAt ?? null
    expect(await countDone([...castAtOnce(aiko, known), withdrawVote(aiko, interview.id, known)])).toBe(1)
  }
})

test('of tabs that knew of no vote one casts it: the first ever, after a reveal, and after a withdrawal', async () => {
  expect(await countDone(castAtOnce(aiko, null))).toBe(1)
  await revealInterview(mara, interview.id)
  for (let turn = 0; turn < 5; turn++) {
    expect(await countDone(castAtOnce(mara, null))).toBe(1)
    await withdrawVote(mara, interview.id)
  }
})

test('what was kept while offline does not take the place of a vote that it did not know', async () => {
  const { mine } = await castVote(aiko, interview.id, { vote: 'hire', replaces: null })
  await expect(castVote(aiko, interview.id, { vote: 'no_hire', replaces: null })).rejects.toMatchObject({
    code: 'vote_changed',
  })
  // The same vote from both devices is no conflict.
  await castVote(aiko, interview.id, { vote: 'hire', replaces: null })
  const castAt = mine?.castAt ?? null
  expect(await castVote(aiko, interview.id, { vote: 'no_hire', replaces: castAt })).toMatchObject({
    mine: { vote: 'no_hire' },
  })
  await withdrawVote(aiko, interview.id)
  await expect(castVote(aiko, interview.id, { vote: 'hire', replaces: castAt })).rejects.toMatchObject({
    code: 'vote_changed',
  })
})

test('a withdrawal that was kept while offline takes back the vote that it knew and no other', async () => {
  const { mine: first } = await castVote(aiko, interview.id, { vote: 'hire' })
  const { mine: second } = await castVote(aiko, interview.id, { vote: 'no_hire' })
  for (const known of [first?.castAt, null]) {
    await expect(withdrawVote(aiko, interview.id, known)).rejects.toMatchObject({ code: 'vote_changed' })
  }
  expect((await listVotes(aiko, interview.id)).mine).toEqual(second)
  expect(await withdrawVote(aiko, interview.id, second?.castAt)).toMatchObject({ mine: null })
  // There is nothing to take back any more.
  for (const known of [second?.castAt, null]) {
    expect(await withdrawVote(aiko, interview.id, known)).toMatchObject({ mine: null })
  }
  expect(await versionsOf(aiko)).toHaveLength(3)
})

test('what a withdrawal says of the vote that it takes back is a time, none, or nothing at all', () => {
  expect(read('')).toBeUndefined()
  expect(read('replaces=none')).toBeNull()
  expect(read('replaces=2026-11-26T12:00:00.000Z')).toBe('2026-11-26T12:00:00.000Z')
  const unknownToPostgres = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:00-23:59']
  for (const other of ['', 'yesterday', 'null', ...unknownToPostgres]) {
    expect(() => read(`replaces=${encodeURIComponent(other)}`)).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    )
  }
})

test('a vote that was refused as outdated reveals nothing', async () => {
  await expect(
    castVote(aiko, interview.id, { vote: 'hire', replaces: '2026-11-26T12:00:00.000Z' }),
  ).rejects.toMatchObject({ code: 'vote_changed' })
  expect(await listVotes(aiko, interview.id)).toEqual({ mine: null, others: HIDDEN })
})

test('whoever asked to see first is shown it, and their vote says so', async () => {
  await castVote(aiko, interview.id, { vote: 'hire' })
  expect(await revealInterview(mara, interview.id)).toMatchObject({ mine: null, all: [{ vote: 'hire' }] })
  expect(await castVote(mara, interview.id, { vote: 'no_hire' })).toMatchObject({ mine: { cast: 'revealed' } })
  await expect(
    db().select({ by: reveals.by }).from(reveals).where(eq(reveals.memberId, mara.memberId)),
  ).resolves.toEqual([{ by: 'request' }])
})

test('a vote after what colleagues think was shown alone does not say that scores were', async () => {
  await setBlindness(mara, flowId, { colleagues: true, assessment: false })
  await revealInterview(mara, interview.id)
  const shown = { mine: { cast: 'revealed_colleagues' } }
  expect(await castVote(mara, interview.id, { vote: 'no_hire' })).toMatchObject(shown)
  await setBlindness(mara, flowId, { colleagues: false, assessment: true })
  expect(await castVote(mara, interview.id, { vote: 'hire' })).toMatchObject({ mine: { cast: 'revealed' } })
})

test('what a flow hides only now could have been seen before: no vote says that it was cast blind', async () => {
  await setBlindness(mara, flowId, OPEN)
  const seen = await givenInterview({ flowId })
  await setBlindness(mara, flowId, BLIND)
  expect(await listVotes(aiko, seen.id)).toEqual({ mine: null, others: HIDDEN })
  expect(await castVote(aiko, seen.id, { vote: 'hire' })).toMatchObject({ mine: { cast: 'open' } })
  const arrivedSince = await givenInterview({ flowId })
  expect(await castVote(aiko, arrivedSince.id, { vote: 'hire' })).toMatchObject({ mine: { cast: 'blind' } })
})

test('to ask to see what nothing hides is no reveal', async () => {
  await setBlindness(mara, flowId, OPEN)
  await revealInterview(mara, interview.id)
  await setBlindness(mara, flowId, BLIND)
  expect(await listVotes(mara, interview.id)).toEqual({ mine: null, others: HIDDEN })
})

test('nobody votes on an interview that was not taken', async () => {
  const notTaken = await givenInterview({ flowId, state: 'not_taken', segments: [], words: [] })
  await expect(castVote(aiko, notTaken.id, { vote: 'hire' })).rejects.toMatchObject({ code: 'vote_closed' })
  expect(await listVotes(aiko, notTaken.id)).toEqual({ mine: null, others: HIDDEN })
})
