import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenInterview } from '@/lib/db/testing/interview'
import { requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { countChoices, listInterviews } from '@/lib/interviews/list/queries'
import { findReviewNews } from '@/lib/queue/queries'
import { invalidateInterview } from '@/lib/validity/commands'
import { castVote } from '@/lib/votes/commands'
import { EmptyQueue } from '@/components/queue/empty-queue'
import { unjudgedPath } from '@/components/votes/agenda/agenda-links'

test('where nothing waits, and from the agenda, one is led to what one can still vote on, as it is counted', async () => {
  const [teamId, flowId] = [crypto.randomUUID(), crypto.randomUUID()]
  const viewer = await givenViewer({ teams: [teamId] })
  const given = async (state: 'ready' | 'not_taken' = 'ready') => (await givenInterview({ teamId, flowId, state })).id
  const [unjudged, judged, invalid, judgedInvalid] = [await given(), await given(), await given(), await given()]
  await given('not_taken')
  for (const id of [judged, judgedInvalid]) await castVote(viewer, id, { vote: 'hire' })
  for (const id of [invalid, judgedInvalid])
    await invalidateInterview(viewer, id, { cause: 'technical_failure', reason: null })

  const news = await findReviewNews(viewer)
  const page = renderToStaticMarkup(createElement(EmptyQueue, { news, isGivenNothing: false }))
  const links = [/href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '', unjudgedPath([flowId])]
  for (const link of links) {
    const filter = requireInterviewFilter(new URL(link, 'http://localhost').searchParams)
    const { items, total } = await listInterviews(viewer, filter)
    expect([items.map(({ id }) => id), total, news.unjudged]).toEqual([[unjudged], 1, 1])
  }
  const choices = await countChoices(viewer, requireInterviewFilter(new URLSearchParams()), 'vote')
  expect(choices).toEqual([
    { value: 'hire', count: 2 },
    { value: 'none', count: 1 },
  ])
})
