import { expect, test } from 'vitest'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenInterview } from '@/lib/db/testing/interview'
import { requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { listInterviews } from '@/lib/interviews/list/queries'
import { invalidateInterview } from '@/lib/validity/commands'
import { listSplits } from '@/lib/votes/agenda/queries'
import { castVote } from '@/lib/votes/commands'
import { splitsPath } from '@/components/votes/agenda/agenda-links'

test('the list that the agenda leads to has what the agenda counts', async () => {
  const [teamId, one, other] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const members = [await givenViewer({ teams: [teamId] }), await givenViewer({ teams: [teamId] })] as const
  const split = async (flowId: string) => {
    const { id } = await givenInterview({ teamId, flowId })
    await castVote(members[0], id, { vote: 'hire' })
    await castVote(members[1], id, { vote: 'no_hire' })
    return id
  }
  const [listed] = [await split(one), await split(other)]
  await invalidateInterview(members[0], await split(one), { cause: 'technical_failure', reason: null })
  for (const [flowIds, count] of [
    [[one], 1],
    [[], 2],
  ] as const) {
    const search = new URL(splitsPath([...flowIds]), 'http://localhost').searchParams
    const { items, total } = await listInterviews(members[0], requireInterviewFilter(search))
    const agenda = await listSplits(members[0], [...flowIds])
    expect([total, agenda.total]).toEqual([count, count])
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(agenda.items.map(({ interview }) => interview.id)))
    expect(items.map(({ id }) => id)).toContain(listed)
  }
})
