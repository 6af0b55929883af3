import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { recordListening } from '../../listening/commands'
import { writeNote } from '../../notes/commands'
import type { InterviewId } from '../interview-id'
import { takePlace } from '../../mirror/store/order'
import { storeTeams } from '../../mirror/store/flows'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import type { RibbonInterview } from '../../ribbon/interview'
import { castVote } from '../../votes/commands'
import { WITH_NUMBER } from '../testing/values'
import { setStatus } from '../../status/commands'
import { STATUSES } from '../status'
import { requireInterviewFilter } from './required-filter'
import { listInterviews } from './queries'
import { SORT_KEYS, type SortKey } from './sort'

type Given = Partial<RibbonInterview>

/** What somebody has done with each besides. */
const DONE: Partial<Record<SortKey, (rank: number, viewer: Viewer, id: InterviewId) => Promise<unknown>>> = {
  you: async (rank, viewer, id) => rank > 0 && recordListening(viewer, id, [{ start: 0, end: rank }]),
  votes: (rank, viewer, id) =>
    castVote(viewer, id, { vote: (['no_hire', 'hire', 'strong_hire'] as const)[rank] ?? 'hire' }),
  notes: async (rank, viewer, id) => {
    const draft = { parentId: null, body: 'Calm', at: null, quote: null }
    for (let count = 0; count < rank; count++)
      await writeNote(viewer, { interviewId: id, noteId: crypto.randomUUID() }, draft)
  },
  status: (rank, viewer, id) =>
    rank > 0
      ? setStatus(whoMay(viewer, 'status.set'), { id }, { status: STATUSES[rank] ?? 'new', reason: null })
      : Promise.resolve(),
}

const NAMES = ['Ada', 'Grace', 'Zoe']
/** Of three interviews in one thing the least, the middle and the most, and in everything else all the same. */
const RANKED: Record<SortKey, (rank: number) => Given | Promise<Given>> = {
  ...WITH_NUMBER,
  seen: () => ({}),
  candidate: (rank) => ({ candidate: { name: NAMES[rank] ?? '', email: 'same@example.com' } }),
  email: (rank) => ({ candidate: { name: 'Same', email: `${NAMES[rank]}@example.com` } }),
  flow: async (rank) => ({ flowId: (await givenFlow({ title: NAMES[rank] ?? '' })).id }),
  team: async (rank) => {
    const id = crypto.randomUUID()
    await storeTeams([{ id, name: NAMES[rank] ?? '', asked: await takePlace() }])
    return { teamId: id }
  },
  you: () => ({}),
  votes: () => ({}),
  notes: () => ({}),
  status: () => ({}),
  state: (rank) => ({ state: (['not_taken', 'processing', 'ready'] as const)[rank] ?? 'ready' }),
  recording: (rank) => ({
    recordings: {
      audio: rank === 1 ? 'https://cdn.example.com/a.wav' : null,
      video: rank === 2 ? 'https://cdn.example.com/a.mp4' : null,
    },
  }),
}

test.each(SORT_KEYS)('sorted by %s, rows come in the order of that and of nothing else', async (key) => {
  const ids: string[] = []
  const viewer = await givenViewer()
  for (const rank of [1, 2, 0]) {
    const given = { teamId: 'team_a', generalScore: null, ...(await RANKED[key](rank)) }
    const { id } = await givenInterview(given)
    const firstSeenAt = new Date(Date.UTC(2026, 0, key === 'seen' ? 1 + rank : 1)).toISOString()
    await db().update(interviews).set({ firstSeenAt }).where(eq(interviews.id, id))
    await DONE[key]?.(rank, viewer, id)
    ids[rank] = id
  }
  const list = async (sort: string) => {
    const search = new URLSearchParams({ sort, id: ids.join(',') })
    return (await listInterviews(viewer, requireInterviewFilter(search))).items.map(({ id }) => id)
  }
  expect(await list(key)).toEqual(ids)
  expect(await list(`-${key}`)).toEqual(ids.toReversed())
})
