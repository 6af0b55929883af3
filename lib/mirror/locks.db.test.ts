// On PostgreSQL these writers run at the same time; the embedded database lets them take turns.
import { eq, inArray } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import { correctTranscript } from '../corrections/commands'
import { db } from '../db/client'
import { interviewFacts } from '../db/schema/facts'
import { interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { givenViewer } from '../db/testing/fixtures'
import { asId, givenFlow } from '../db/testing/interview'
import { ribbonInterviewWith } from '../interviews/testing/values'
import { DebriefError } from '../errors'
import { recordListening } from '../listening/commands'
import { fillFacts } from '../review/fill-facts'
import { reindex } from '../search/reindex'
import { followUpLeft, markListed } from './lists/unseen'
import { takePlace } from './store/order'
import { rederive } from './rederive'
import { markGoneFlow, storeFlows } from './store/flows'
import { storeInterviews } from './store/interview'

// Ribbon knows none of those that are followed up.
vi.mock('../ribbon/transport', () => ({
  transport: () => async (_call: unknown, beforeSend?: () => Promise<void>) => {
    await beforeSend?.()
    throw new DebriefError('ribbon_not_found')
  },
}))

const ROUNDS = 12
const ids = Array.from({ length: 8 }, () => crypto.randomUUID())
const flowIds = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]

/** Another order and another part of them each time, without chance. */
function some<T>(all: T[], turn: number): T[] {
  const rotated = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
  return (turn % 2 === 0 ? rotated : rotated.toReversed()).slice(0, Math.ceil((all.length * 3) / 4))
}

async function storePage(turn: number) {
  const asked = await takePlace()
  const page = some(ids, turn).map((id, index) => ({
    id,
    interview: ribbonInterviewWith({
      ...{ id, flowId: flowIds[turn % flowIds.length] ?? null, teamId: turn % 2 ? 'team_a' : null },
      summary: turn % 4 === 3 ? 'The same.' : `Of turn ${turn}.`,
      ...(turn % 5 === 4 ? { state: 'processing' as const } : {}),
      recordings: { audio: `https://cdn.example.com/${turn}-${index}.wav`, video: null },
    }),
    reply: { id, turn },
    asked,
  }))
  await storeInterviews(page)
}

function readAnew(reply: unknown) {
  const { id, turn } = reply as { id: string; turn: number }
  return ribbonInterviewWith({ id, summary: `Read anew of turn ${turn}.` })
}

async function moveFlows(turn: number) {
  const asked = await takePlace()
  const flow = (id: string) => ({ ...{ id, orgName: null, questions: [], language: null }, hasVideo: false, asked })
  await storeFlows(some(flowIds, turn).map((id) => ({ ...flow(id), teamId: `team_${turn % 3}`, title: `${turn}` })))
  for (const id of some(flowIds, turn + 1)) await markGoneFlow(id, await takePlace())
}

test('whoever writes about the same interviews at the same time, nobody waits for ever', async () => {
  const viewer = await givenViewer()
  for (const id of flowIds) await givenFlow({ id })
  await storePage(0)
  await storePage(1)

  const draft = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'led' }
  const writers: ((turn: number) => Promise<unknown>)[] = [
    ...[storePage, storePage, storePage, moveFlows, moveFlows],
    (turn) =>
      correctTranscript(
        viewer,
        { interviewId: asId(ids[turn % ids.length] ?? ''), correctionId: crypto.randomUUID() },
        draft,
      ),
    (turn) => recordListening(viewer, asId(ids[turn % ids.length] ?? ''), [{ start: turn, end: turn + 1 }]),
    async (turn) => {
      await markListed(some(ids, turn))
      await followUpLeft(await takePlace(), async () => {})
    },
    () => rederive(operator(), () => {}, readAnew),
    async () => {
      await db()
        .update(interviewTexts)
        .set({ rules: 0 })
        .where(inArray(interviewTexts.interviewId, some(ids, 1).slice(0, 2)))
      await reindex(async () => {})
    },
    async (turn) => {
      await db()
        .update(interviewFacts)
        .set({ rules: 0 })
        .where(eq(interviewFacts.interviewId, ids[turn % ids.length] ?? ''))
      await fillFacts(async () => {})
    },
  ]
  await Promise.all(
    writers.map(async (write, writer) => {
      for (let round = 0; round < ROUNDS; round += 1) await write(round * writers.length + writer + 2)
    }),
  )
  expect(await db().$count(interviews, inArray(interviews.id, ids))).toBe(ids.length)
})
