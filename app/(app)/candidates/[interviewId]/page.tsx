import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { candidateLabel } from '@/components/candidates/identity/candidate-label'
import { QUEUE_SEARCH } from '@/components/candidates/place/walk-home'
import { DrawnFor } from '@/components/drawn-for'
import { HoldKeys } from '@/components/held-keys/hold-keys'
import { ReleaseKeys } from '@/components/held-keys/release-keys'
import { readListensTo } from '@/components/player/playback-state'
import { QueueRoom } from '@/components/queue/queue-room'
import { firstPanel, PANEL_COOKIE } from '@/components/review/panels/panel-name'
import { ReviewRoom } from '@/components/review/review-room'
import { RibbonUnavailable } from '@/components/review/ribbon-unavailable'
import { recordLoadingAhead, recordSearch, recordViewing } from '@/lib/audit/commands'
import { findViewer, pageMay } from '@/lib/auth/viewer'
import { DebriefError } from '@/lib/errors'
import { filterToSearch, parseInterviewFilter } from '@/lib/interviews/list/filter'
import { idOfMetadata, idOfPage } from '@/lib/interviews/interview-id'
import { cueOf, parseQuestionLink } from '@/lib/transcript/cue'
import { parseMoment } from '@/lib/transcript/moment'
import { findWalk } from '@/lib/queue/queries'
import { readReview } from '@/lib/mirror/read-through'
import { findingsOf } from '@/lib/review/findings'
import { toURLSearchParams } from '@/lib/interviews/list/search-params'
import { spokenTerm } from '@/lib/search/query'
import { readPageRequest } from '@/lib/server/page-request'
import { turnToDraw } from '@/lib/server/turn-to-draw'

type Props = PageProps<'/candidates/[interviewId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const viewer = await findViewer()
  const interviewId = idOfMetadata((await params).interviewId)
  const title = 'Candidate'
  if (!viewer || !interviewId) return { title }
  const review = await readReview(viewer, interviewId, await turnToDraw())
  return { title: review && !(review instanceof DebriefError) ? candidateLabel(review.interview.candidate) : title }
}

export default async function CandidatePage({ params, searchParams }: Props) {
  const viewer = await pageMay('interview.read')
  const search = toURLSearchParams(await searchParams)
  const filter = parseInterviewFilter(search)
  const interviewId = idOfPage((await params).interviewId)
  if (!interviewId) notFound()
  const request = await readPageRequest()
  const leaveTurn = await turnToDraw()
  const [review, walk, jar] = await Promise.all([
    readReview(viewer, interviewId, leaveTurn),
    findWalk(viewer, interviewId, { saysQueue: search.has('queue'), isDocument: request.isDocument, filter }),
    cookies(),
  ])
  if (!review) notFound()
  if (review instanceof DebriefError) {
    return (
      <DrawnFor memberId={viewer.memberId}>
        <RibbonUnavailable reason={review.message} />
      </DrawnFor>
    )
  }

  await (request.isAhead ? recordLoadingAhead : recordViewing)(viewer, interviewId)
  // Who comes next says who was found.
  if (!walk.isInQueue) await recordSearch(viewer, filter.q)
  const list = walk.isInQueue ? QUEUE_SEARCH : filterToSearch(filter).toString()
  const findings = findingsOf(review)
  const moment = parseMoment(search.get('t'))
  const question = search.has('t') ? null : parseQuestionLink(search.get('question'))
  const isLink = request.isByAddress && list === '' && !search.has('t')
  const room = (
    <ReviewRoom
      interview={review.interview}
      me={{ id: viewer.memberId, email: viewer.email, name: viewer.name }}
      role={viewer.role}
      votes={review.votes}
      now={Date.now()}
      findings={findings}
      formerScores={review.formerScores}
      attempts={review.attempts}
      neighbours={walk.neighbours}
      search={list}
      panel={firstPanel({ panel: search.get('panel'), kept: jar.get(PANEL_COOKIE)?.value, isLink })}
      moment={moment}
      cue={question && cueOf(question, findings.answers ?? [])}
      listensTo={moment.end === null ? readListensTo(search.get('listen')) : 'everything'}
      find={spokenTerm(search.get('q') ?? '')}
    />
  )
  return (
    <DrawnFor memberId={viewer.memberId}>
      {request.nonce && <HoldKeys nonce={request.nonce} />}
      {walk.isInQueue ? (
        <QueueRoom
          key={interviewId}
          interviewId={interviewId}
          name={candidateLabel(review.interview.candidate)}
          drawnFollowing={walk.neighbours.following}
        >
          {room}
        </QueueRoom>
      ) : (
        room
      )}
      <ReleaseKeys />
    </DrawnFor>
  )
}
