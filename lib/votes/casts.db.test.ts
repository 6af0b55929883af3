// What a first vote says its member could know, by what its flow hid since the interview arrived, where it was before, and what an undo leaves of it.
import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { voteVersions } from '../db/schema/votes'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { arrives, givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { Blindness } from '../flows/flow'
import { castVote, revealInterview, withdrawVote } from './commands'
import type { VoteCast } from './vote'

const SETTINGS: [Blindness, VoteCast][] = [
  [{ colleagues: true, assessment: true }, 'blind'],
  [{ colleagues: true, assessment: false }, 'blind_colleagues'],
  [{ colleagues: false, assessment: true }, 'blind_assessment'],
  [{ colleagues: false, assessment: false }, 'open'],
]

let mara: May<'interview.reveal'>
let aiko: Viewer
let flowId: string
beforeEach(async () => {
  mara = whoMay(await givenViewer({ role: 'recruiter' }), 'interview.reveal')
  aiko = await givenViewer({ role: 'reviewer' })
  flowId = (await givenFlow()).id
})

const hide = (blindness: Blindness) => setBlindness(whoMay(mara, 'blindness.set'), flowId, blindness)
const castOf = async (
  viewer: May<'vote.cast'>,
  id: Parameters<typeof castVote>[1],
  vote: 'hire' | 'no_hire' = 'hire',
) => (await castVote(viewer, id, { vote })).mine?.cast

test.each(SETTINGS)('where a flow hides %j a vote says %s', async (blindness, cast) => {
  await hide(blindness)
  const { id } = await givenInterview({ flowId })
  expect(await castOf(aiko, id)).toBe(cast)
  // The same vote for another reason is the same judgement; another one knows what was shown for the first.
  expect((await castVote(aiko, id, { vote: 'hire', reason: 'Calm' })).mine?.cast).toBe(cast)
  expect(await castOf(aiko, id, 'no_hire')).not.toMatch(/^blind/)
  await revealInterview(mara, id)
  expect(await castOf(mara, id)).not.toMatch(cast === 'open' ? /^revealed/ : /^blind/)
})

const changes = SETTINGS.flatMap(([before]) => SETTINGS.map(([after, cast]) => [before, after, cast] as const))

test.each(changes)(
  'where a flow hid %j and then %j no vote is called blind to what was open',
  async (before, after, cast) => {
    await hide(before)
    const { id } = await givenInterview({ flowId })
    await hide(after)
    const hidesMore = (after.colleagues && !before.colleagues) || (after.assessment && !before.assessment)
    expect(await castOf(aiko, id)).toBe(hidesMore ? 'open' : cast)
  },
)

const OPEN: Blindness = { colleagues: false, assessment: false }
const BLIND: Blindness = { colleagues: true, assessment: true }

test.each(['an open flow', 'no flow'])(
  'no vote is called blind on what came from %s into a blind one',
  async (place) => {
    const from = place === 'no flow' ? null : (await givenFlow()).id
    if (from !== null) await setBlindness(whoMay(mara, 'blindness.set'), from, OPEN)
    await hide(BLIND)
    const interview = await givenInterview({ flowId: from })
    await arrives({ ...interview, flowId })
    expect(await castOf(aiko, interview.id)).toBe('open')
    // Nor after it has been elsewhere in between.
    const other = await givenInterview({ flowId })
    await arrives({ ...other, flowId: from })
    await arrives({ ...other, flowId })
    expect(await castOf(aiko, other.id)).toBe('open')
    expect(await castOf(aiko, (await givenInterview({ flowId })).id)).toBe('blind')
  },
)

test('a vote keeps its word when its interview goes to another flow, also for another reason, and a later one there is open', async () => {
  await hide(BLIND)
  const interview = await givenInterview({ flowId })
  expect(await castOf(aiko, interview.id)).toBe('blind')
  const other = (await givenFlow()).id
  await setBlindness(whoMay(mara, 'blindness.set'), other, BLIND)
  await arrives({ ...interview, flowId: other })
  expect((await castVote(aiko, interview.id, { vote: 'hire', reason: 'Calm' })).mine?.cast).toBe('blind')
  expect(await castOf(mara, interview.id)).toBe('open')
})

const versionsOf = async (viewer: Viewer) => {
  const { vote, cast, memberId, writtenAt } = voteVersions
  return db().select({ vote, cast }).from(voteVersions).where(eq(memberId, viewer.memberId)).orderBy(asc(writtenAt))
}

test('what is undone stands again as it was cast, and every version is kept in its order', async () => {
  await hide(BLIND)
  const { id } = await givenInterview({ flowId })
  const { mine: blind } = await castVote(aiko, id, { vote: 'hire', reason: 'Calm' })
  const back = { vote: 'hire' as const, reason: 'Calm', restores: blind?.castAt }
  const { mine: other } = await castVote(aiko, id, { vote: 'no_hire' })
  expect((await castVote(aiko, id, { ...back, replaces: other?.castAt })).mine).toEqual(blind)
  await withdrawVote(aiko, id, blind?.castAt)
  expect((await castVote(aiko, id, { ...back, replaces: null })).mine).toEqual(blind)
  await castVote(aiko, id, { vote: 'hire', reason: 'Loud' })
  expect((await castVote(aiko, id, back)).mine).toEqual(blind)
  const hire = { vote: 'hire', cast: 'blind' }
  expect(await versionsOf(aiko)).toMatchObject([
    ...[hire, { vote: 'no_hire', cast: 'revealed' }, hire],
    ...[{ vote: null }, hire, hire, hire],
  ])
})

test('only the vote before what stands is brought back by an undo: any other is a judgement after seeing', async () => {
  await hide(BLIND)
  const { id } = await givenInterview({ flowId })
  const { mine: blind } = await castVote(aiko, id, { vote: 'hire' })
  for (const back of [
    { vote: 'hire', restores: '2026-11-26T12:00:00.000Z' },
    { vote: 'hire', reason: 'Calm', restores: blind?.castAt },
    { vote: 'strong_hire', restores: blind?.castAt },
  ] as const) {
    await castVote(aiko, id, { vote: 'no_hire' })
    expect((await castVote(aiko, id, back)).mine).toMatchObject({ vote: back.vote, cast: 'revealed' })
  }
  // It was, two votes ago.
  await castVote(aiko, id, { vote: 'no_hire' })
  expect((await castVote(aiko, id, { vote: 'hire', restores: blind?.castAt })).mine?.cast).toBe('revealed')
})
