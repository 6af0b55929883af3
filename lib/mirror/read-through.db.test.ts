// Must hold 4: what its reader may not see is told at the same time as what does not exist, however long Ribbon takes over it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenInterview } from '../db/testing/interview'
import { givenRibbon } from '../ribbon/testing/given-ribbon'
import { MOST_A_MINUTE } from './budget'
import { fetchMissingInterview } from './commands'
import * as fixedTime from './fixed-time'
import { findOrFetchInterview, readReview } from './read-through'

const ribbon = givenRibbon({ samples: 'none' })

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await ribbon.control('DELETE', '/faults')
  await ribbon.control('DELETE', '/held')
})

const none = async () => crypto.randomUUID()

async function givenAtRibbon(teamId: string) {
  const id = crypto.randomUUID()
  const interview = { interview_flow_id: 'flow_1', team_id: teamId, status: 'completed', interview_data: null }
  await ribbon.control('PUT', `/interviews/${id}`, interview)
  return id
}

async function hidden() {
  const id = await givenAtRibbon('team_hidden')
  await givenInterview({ id, teamId: 'team_hidden' })
  return id
}

async function heldBack() {
  const id = await hidden()
  await ribbon.control('POST', '/faults', { route: `/v1/interviews/${id}`, fault: { kind: 'held' } })
  return id
}

const askedBefore = (given: () => Promise<string>) => async (reader: Viewer) => {
  const id = await given()
  await fetchMissingInterview(reader, asId(id))
  return id
}

const beyondBudget = (given: () => Promise<string>) => async (reader: Viewer) => {
  const others = Array.from({ length: MOST_A_MINUTE.member }, () => crypto.randomUUID())
  await Promise.all(others.map((id) => fetchMissingInterview(reader, asId(id))))
  return given()
}

/** The look-up that somebody's answer is made of, once it has begun. */
function begun(): Promise<{ lookUp: Promise<unknown> }> {
  const { noneAtFixedTime } = fixedTime
  return new Promise((resolve) => {
    vi.spyOn(fixedTime, 'noneAtFixedTime').mockImplementation((lookUp, began) => {
      resolve({ lookUp })
      return noneAtFixedTime(lookUp, began)
    })
  })
}

const givenReader = () => givenViewer({ teams: ['team_mine'] })

test.each<[string, (reader: Viewer) => Promise<string>]>([
  ['is hidden', hidden],
  ['is nowhere', none],
  ['is hidden and was asked for a moment ago', askedBefore(hidden)],
  ['is nowhere and was asked for a moment ago', askedBefore(none)],
  ['is hidden, from who has asked too much', beyondBudget(hidden)],
  ['is nowhere, from who has asked too much', beyondBudget(none)],
  ['has no id of Ribbon’s', async () => 'a b'],
])('who does not see everything is told after a second, and no sooner, of what %s', async (_, given) => {
  const reader = await givenReader()
  const id = await given(reader)
  const beginning = begun()
  const told = vi.fn<(interview: unknown) => void>()
  void findOrFetchInterview(reader, asId(id)).then(told)
  const { lookUp } = await beginning
  await expect(lookUp).resolves.toBeNull()
  await vi.advanceTimersByTimeAsync(999)
  expect(told).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toHaveBeenCalledExactlyOnceWith(null)
})

test('nor later, where Ribbon holds back what it has to say of what is hidden', async () => {
  const reader = await givenReader()
  const id = asId(await heldBack())
  const beginning = begun()
  const answer = findOrFetchInterview(reader, id)
  const { lookUp } = await beginning
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(answer).resolves.toBeNull()

  vi.useRealTimers()
  const asked = async () => JSON.stringify(await ribbon.control('GET', '/requests'))
  await expect.poll(asked).toContain(id)
  await ribbon.control('DELETE', '/held')
  await expect(lookUp, 'which goes on meanwhile').resolves.toBeNull()
})

test('what they see by now they are told at once, and so is everything who sees everything', async () => {
  const [reader, all] = [await givenReader(), await givenViewer()]
  const id = await givenAtRibbon('team_mine')
  await expect(findOrFetchInterview(reader, asId(id))).resolves.toMatchObject({ id })
  await expect(findOrFetchInterview(all, asId(await none()))).resolves.toBeNull()
})

test('that Ribbon fails as a whole is told at once, of what is hidden and of what is nowhere', async () => {
  const reader = await givenReader()
  const ids = [await hidden(), await none()]
  await ribbon.control('POST', '/faults', { route: '/v1', fault: { kind: 'status', status: 400 } })
  for (const id of ids)
    await expect(findOrFetchInterview(reader, asId(id))).rejects.toMatchObject({ code: 'ribbon_rejected' })
})

test('a page leaves its turn to draw before it waits, and not where there is something to draw', async () => {
  const reader = await givenReader()
  const [id, mine] = [await hidden(), await givenInterview({ teamId: 'team_mine' })]
  const leave = vi.fn()
  await expect(readReview(reader, mine.id, leave)).resolves.not.toBeNull()
  expect(leave).not.toHaveBeenCalled()

  const beginning = begun()
  const answer = readReview(reader, asId(id), leave)
  await beginning
  expect(leave).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(answer).resolves.toBeNull()
})
