import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { takePlace } from '../../mirror/store/order'
import { storeTeams } from '../../mirror/store/flows'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { givenViewer } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import type { RibbonInterview } from '../../ribbon/interview'
import { WITH_NUMBER } from '../testing/values'
import { requireInterviewFilter } from './filter'
import { listInterviews } from './queries'
import { SORT_KEYS, type SortKey } from './sort'

type Given = Partial<RibbonInterview>

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
  const teams: string[] = []
  for (const rank of [1, 2, 0]) {
    const given = { teamId: 'team_a', generalScore: null, ...(await RANKED[key](rank)) }
    const { id } = await givenInterview(given)
    const firstSeenAt = new Date(Date.UTC(2026, 0, key === 'seen' ? 1 + rank : 1)).toISOString()
    await db().update(interviews).set({ firstSeenAt }).where(eq(interviews.id, id))
    ids[rank] = id
    teams.push(given.teamId ?? '')
  }
  const viewer = await givenViewer({ teams: [...new Set(teams)] })
  const list = async (sort: string) => {
    const search = new URLSearchParams({ sort, id: ids.join(',') })
    return (await listInterviews(viewer, requireInterviewFilter(search))).items.map(({ id }) => id)
  }
  expect(await list(key)).toEqual(ids)
  expect(await list(`-${key}`)).toEqual(ids.toReversed())
})
