import type { Metadata } from 'next'
import { DrawnFor } from '@/components/drawn-for'
import { Mentions } from '@/components/mentions/mentions'
import { ReviewScreen } from '@/components/queue/review-screen'
import { SinceYouWereHere } from '@/components/queue/since-you-were-here'
import { AgendaScreen } from '@/components/votes/agenda/agenda-screen'
import { recordViewing } from '@/lib/audit/commands'
import { may, pageMay, seesNothing } from '@/lib/auth/viewer'
import { parseInterviewFilter } from '@/lib/interviews/list/filter'
import { toURLSearchParams } from '@/lib/interviews/list/search-params'
import { listMentions } from '@/lib/notes/queries'
import { findQueue, findReviewNews } from '@/lib/queue/queries'
import { listSplits } from '@/lib/votes/agenda/queries'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const viewer = await pageMay('interview.read')
  const search = toURLSearchParams(await searchParams)
  if (search.has('split')) {
    const { flow: flowIds } = parseInterviewFilter(search)
    const agenda = await listSplits(viewer, flowIds)
    await recordViewing(viewer, ...agenda.items.map(({ interview }) => interview.id))
    return (
      <DrawnFor memberId={viewer.memberId}>
        <AgendaScreen agenda={agenda} flowIds={flowIds} />
      </DrawnFor>
    )
  }
  const [queue, news, mentions] = await Promise.all([
    findQueue(viewer, null),
    findReviewNews(viewer),
    listMentions(viewer),
  ])
  await recordViewing(viewer, ...mentions.map(({ interview }) => interview.id))
  const now = Date.now()
  return (
    <DrawnFor memberId={viewer.memberId}>
      <ReviewScreen
        drawn={queue}
        news={news}
        mayAssign={may(viewer, 'assignment.manage')}
        isGivenNothing={seesNothing(viewer)}
        now={now}
      >
        <Mentions mentions={mentions} now={now} />
        <SinceYouWereHere news={news} />
      </ReviewScreen>
    </DrawnFor>
  )
}
