import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { candidateLabel } from '@/components/candidates/identity/candidate-label'
import { DrawnFor } from '@/components/drawn-for'
import { PANEL_COOKIE, readPanel } from '@/components/review/panels/panel-name'
import { ReviewRoom } from '@/components/review/review-room'
import { RibbonUnavailable } from '@/components/review/ribbon-unavailable'
import { findViewer, pageMay } from '@/lib/auth/viewer'
import { listCorrections } from '@/lib/corrections/queries'
import { DebriefError } from '@/lib/errors'
import { filterToSearch, parseInterviewFilter } from '@/lib/interviews/list/filter'
import { idOfMetadata, idOfPage } from '@/lib/interviews/interview-id'
import { parseMoment } from '@/lib/transcript/moment'
import { listScoreVersions } from '@/lib/interviews/queries'
import { findNeighbours } from '@/lib/interviews/list/queries'
import { readReview } from '@/lib/mirror/read-through'
import { findingsOf } from '@/lib/review/findings'
import { toURLSearchParams } from '@/lib/interviews/list/search-params'
import { spokenTerm } from '@/lib/search/query'

type Props = PageProps<'/candidates/[interviewId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const viewer = await findViewer()
  const interviewId = idOfMetadata((await params).interviewId)
  const review = viewer && interviewId && (await readReview(viewer, interviewId))
  return {
    title: review && !(review instanceof DebriefError) ? candidateLabel(review.interview.candidate) : 'Candidate',
  }
}

export default async function CandidatePage({ params, searchParams }: Props) {
  const viewer = await pageMay('interview.read')
  const search = toURLSearchParams(await searchParams)
  const filter = parseInterviewFilter(search)
  const interviewId = idOfPage((await params).interviewId)
  if (!interviewId) notFound()
  const [review, corrections, formerScores, neighbours, jar] = await Promise.all([
    readReview(viewer, interviewId),
    listCorrections(viewer, interviewId),
    listScoreVersions(viewer, interviewId),
    findNeighbours(viewer, filter, interviewId),
    cookies(),
  ])
  if (!review) notFound()

  return (
    <DrawnFor memberId={viewer.memberId}>
      {review instanceof DebriefError ? (
        <RibbonUnavailable reason={review.message} />
      ) : (
        <ReviewRoom
          interview={review.interview}
          me={{ id: viewer.memberId, email: viewer.email }}
          findings={findingsOf(review, corrections)}
          formerScores={formerScores}
          neighbours={neighbours}
          search={filterToSearch(filter).toString()}
          panel={readPanel(jar.get(PANEL_COOKIE)?.value)}
          moment={parseMoment(search.get('t'))}
          find={spokenTerm(search.get('q') ?? '')}
        />
      )}
    </DrawnFor>
  )
}
