import { beforeEach, expect, test } from 'vitest'
import { NO_SCOPE } from '../auth/member-scope'
import type { May, Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { requireInterviewFilter } from '../interviews/list/required-filter'
import { countChoices, listInterviews } from '../interviews/list/queries'
import { STATUSES, type Status } from '../interviews/status'
import { setStatus, setStatuses, takeBackStatuses } from './commands'
import { findStatus } from './queries'

let teamId: string
let ada: May<'status.set'>
let mara: May<'status.set'>
let id: InterviewId
beforeEach(async () => {
  teamId = crypto.randomUUID()
  ada = whoMay(await givenViewer({ teams: [teamId] }), 'status.set')
  mara = whoMay(await givenViewer({ role: 'admin' }), 'status.set')
  id = (await givenInterview({ teamId })).id
})

const NEW = { status: 'new', reason: null, by: null, at: null, version: null }
const decide = (viewer: May<'status.set'>, status: Status, replaces?: string | null) =>
  setStatus(viewer, { id, replaces }, { status, reason: status === 'declined' ? 'No nights' : null })
const rowOf = async (viewer: Viewer) =>
  (await listInterviews(viewer, requireInterviewFilter(new URLSearchParams({ id })))).items[0]

test('an interview is new until somebody sets another status, and then it says who, when and why', async () => {
  expect(await findStatus(mara, id)).toEqual({ ...NEW, versions: [] })
  const set = await decide(ada, 'declined')
  expect(set).toMatchObject({ status: 'declined', reason: 'No nights', by: { id: ada.memberId, email: ada.email } })
  expect(await rowOf(mara)).toMatchObject({
    status: 'declined',
    statusSet: { by: set.by, at: set.at, version: set.version },
  })
})

test('every status that an interview has had is kept, the newest first', async () => {
  for (const status of STATUSES.slice(1)) await decide(ada, status)
  const { versions } = await findStatus(ada, id)
  expect(versions.map(({ status }) => status)).toEqual(STATUSES.slice(1).toReversed())
  expect(versions.every(({ by }) => by.id === ada.memberId)).toBe(true)
})

test('the same once more is nothing new; other words for it are', async () => {
  const first = await decide(ada, 'declined')
  expect(await decide(ada, 'declined')).toEqual(first)
  const other = await setStatus(ada, { id }, { status: 'declined', reason: 'No weekends' })
  expect(other).toMatchObject({ status: 'declined', reason: 'No weekends' })
  expect((await findStatus(ada, id)).versions).toHaveLength(2)
})

test('whatever reason a colleague gave, the same status without one changes nothing', async () => {
  for (const reason of [null, 'Calm']) {
    const theirs = await setStatus(mara, { id }, { status: 'shortlisted', reason })
    expect(await decide(ada, 'shortlisted')).toEqual(theirs)
    await decide(mara, 'new')
  }
})

test('who knew another status than stands changes nothing, and hears who set it', async () => {
  const known = await decide(ada, 'in_review')
  const theirs = await decide(mara, 'declined')
  for (const replaces of [null, known.version, crypto.randomUUID()])
    await expect(decide(ada, 'shortlisted', replaces)).rejects.toMatchObject({
      code: 'status_changed',
      detail: `${mara.email} set it to “Declined”.`,
    })
  expect(await findStatus(ada, id)).toMatchObject(theirs)
  expect(await decide(ada, 'shortlisted', theirs.version)).toMatchObject({ status: 'shortlisted' })
})

test('what is sent a second time, by another tab or because its answer was lost, is set once, as it was, and can be undone', async () => {
  const other = (await givenInterview({ teamId })).id
  const refs = [id, other].map((one) => ({ id: one, replaces: null }))
  for (const decision of [
    { status: 'shortlisted' as const, reason: null },
    { status: 'declined' as const, reason: 'No nights' },
  ]) {
    const sent = await Promise.all([setStatuses(ada, refs, decision), setStatuses(ada, refs, decision)])
    expect(sent[0]).toMatchObject([{ is: 'set' }, { is: 'set' }])
    expect(sent[1]).toEqual(sent[0])
    expect((await findStatus(ada, id)).versions.filter(({ status }) => status === decision.status)).toHaveLength(1)
    const versions = (sent[1] ?? []).flatMap(({ now }) => now?.version ?? [])
    expect(await takeBackStatuses(ada, versions)).toMatchObject([{ now: NEW }, { now: NEW }])
  }
  await setStatuses(ada, refs, { status: 'declined', reason: 'No nights' })
  // Other words are another decision, and a colleague's is theirs.
  for (const [viewer, reason] of [
    [ada, 'No weekends'],
    [mara, 'No nights'],
  ] as const)
    expect(await setStatuses(viewer, refs, { status: 'declined', reason })).toMatchObject([
      { is: 'refused' },
      { is: 'refused' },
    ])
})

test('of several who set a status at once one is first, and the others are told of it: nothing is lost or twice', async () => {
  for (let round = 0; round < 5; round++) {
    const { id: one } = await givenInterview({ teamId })
    const set = (viewer: May<'status.set'>, status: Status) =>
      setStatus(viewer, { id: one, replaces: null }, { status, reason: 'No nights' })
    const asked = STATUSES.flatMap((status) => [set(ada, status), set(mara, status)])
    const outcomes = await Promise.allSettled(asked)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(refused).toHaveLength(asked.length - 1)
    for (const reason of refused) expect(reason).toMatchObject({ code: 'status_changed' })
    expect((await findStatus(ada, one)).versions).toHaveLength(1)
  }
})

test('many are changed at once, each by itself: what was changed meanwhile and what is not seen stay as they were', async () => {
  const [other, changed, foreign] = [
    await givenInterview({ teamId }),
    await givenInterview({ teamId }),
    await givenInterview({ teamId: 'elsewhere' }),
  ]
  await setStatus(mara, { id: changed.id }, { status: 'on_hold', reason: null })
  const refs = [{ id, replaces: null }, { id: foreign.id }, { id: changed.id, replaces: null }, { id: other.id }]
  const outcomes = await setStatuses(ada, refs, { status: 'shortlisted', reason: null })
  expect(outcomes).toMatchObject([
    { id, is: 'set', now: { status: 'shortlisted' } },
    { id: foreign.id, is: 'refused', code: 'interview_not_found', now: null },
    { id: changed.id, is: 'refused', code: 'status_changed', now: { status: 'on_hold', by: { id: mara.memberId } } },
    { id: other.id, is: 'set', now: { status: 'shortlisted' } },
  ])
  expect(await findStatus(mara, foreign.id)).toEqual({ ...NEW, versions: [] })
})

test('many are changed and brought back in one go each', async () => {
  const ids = [id]
  while (ids.length < 30) ids.push((await givenInterview({ teamId })).id)
  const set = await setStatuses(
    ada,
    ids.map((one) => ({ id: one })),
    { status: 'advanced', reason: null },
  )
  const list = () =>
    listInterviews(ada, requireInterviewFilter(new URLSearchParams({ status: 'advanced', team: teamId })))
  expect((await list()).total).toBe(ids.length)
  await takeBackStatuses(
    ada,
    set.flatMap(({ now }) => now?.version ?? []),
  )
  expect((await list()).total).toBe(0)
})

test('what is taken back is as it was before, by whom and when', async () => {
  const before = await decide(mara, 'shortlisted')
  const { version } = await decide(ada, 'declined')
  const back = { id, is: 'set', now: before }
  expect(await takeBackStatuses(ada, [version ?? ''])).toEqual([back])
  expect(await findStatus(ada, id)).toMatchObject(before)
  expect((await findStatus(ada, id)).versions).toHaveLength(2)
  const { version: first } = await decide(mara, 'new')
  expect(await takeBackStatuses(mara, [first ?? '', before.version ?? ''])).toEqual([back])
  expect(await takeBackStatuses(mara, [before.version ?? ''])).toEqual([{ id, is: 'set', now: NEW }])
})

test('nobody takes back what somebody has changed meanwhile, nor what is another’s, nor what they do not see any more', async () => {
  const mine = await decide(ada, 'shortlisted')
  const theirs = await decide(mara, 'declined')
  expect(await takeBackStatuses(ada, [mine.version ?? ''])).toMatchObject([
    { is: 'refused', code: 'status_changed', now: theirs },
  ])
  expect(await takeBackStatuses(ada, [theirs.version ?? ''])).toEqual([])
  const again = await decide(ada, 'advanced')
  const lost = { ...ada, scope: NO_SCOPE }
  expect(await takeBackStatuses(lost, [again.version ?? ''])).toEqual([])
  await expect(setStatus(lost, { id }, { status: 'new', reason: null })).rejects.toMatchObject({
    code: 'interview_not_found',
  })
  expect(await findStatus(mara, id)).toMatchObject(again)
})

test('the list is narrowed by status, counts each, and has the same in one row', async () => {
  const ids = new Map([['new', id]])
  for (const status of STATUSES.slice(1)) {
    const { id: one } = await givenInterview({ teamId })
    await setStatus(ada, { id: one }, { status, reason: null })
    ids.set(status, one)
  }
  for (const status of STATUSES) {
    const { items } = await listInterviews(ada, requireInterviewFilter(new URLSearchParams({ status })))
    expect(items.map((row) => row.id)).toEqual([ids.get(status)])
  }
  const counts = await countChoices(ada, requireInterviewFilter(new URLSearchParams({ status: 'new' })), 'status')
  expect(counts.toSorted((a, b) => a.value.localeCompare(b.value))).toEqual(
    [...STATUSES].toSorted().map((value) => ({ value, count: 1 })),
  )
})

test('of one status what arrived last comes first', async () => {
  const later = await givenInterview({ teamId })
  await decide(ada, 'on_hold')
  await setStatus(ada, { id: later.id }, { status: 'on_hold', reason: null })
  const { items } = await listInterviews(ada, requireInterviewFilter(new URLSearchParams({ sort: 'status' })))
  expect(items.map((row) => row.id)).toEqual([later.id, id])
})
