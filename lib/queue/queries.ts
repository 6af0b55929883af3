import 'server-only'
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { isJudgeable } from '../assignments/eligible'
import type { Viewer } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { assignments, queuePlaces } from '../db/schema/assignments'
import { interviewFacts } from '../db/schema/facts'
import { members } from '../db/schema/members'
import { listeningProgress } from '../db/schema/notes'
import { votes } from '../db/schema/votes'
import { rowsAtMost } from '../db/fixed-limit'
import type { InterviewId } from '../interviews/interview-id'
import type { InterviewFilter } from '../interviews/list/filter'
import type { Neighbours } from '../interviews/list/list'
import { findNeighbours } from '../interviews/list/queries'
import { interviewsOf, seen } from '../interviews/seen'
import { joinSpans, shareOf } from '../listening/listening-progress'
import { countSplits, findJudgedSince } from './changes'
import { PACE_VOTES, paceOf } from './pace'
import { findProgress } from './progress'
import {
  aroundInQueue,
  MOST_ITEMS,
  neighboursInSitting,
  NOTHING_CHANGED,
  secondsLeft,
  type ColleaguesAsk,
  type Queue,
  type QueueItem,
  type ReviewNews,
} from './queue'
import { countOthers, lastVisit, listUnassigned } from './since-last-visit'
import { queueOrder, wantedOf } from './waiting'

const DAY = sql`interval '1 day'`

/** What waits for this member's vote; of one flow, or of all where that is null. */
export async function findQueue(viewer: Viewer, flowId: string | null): Promise<Queue> {
  const [rows, { flows, sitting }, pace, place] = await Promise.all([
    listWaiting(viewer, flowId),
    findProgress(viewer, flowId),
    findPace(viewer),
    findPlace(viewer),
  ])
  const items = await toItems(viewer, rows)
  const { total = 0, talk = 0 } = rows[0]?.all ?? {}
  const heard = items.reduce((seconds, item) => seconds + (item.talk ?? 0) - secondsLeft(item), 0)
  return {
    items,
    total,
    estimateSeconds: Math.round(Math.max(0, talk - heard) * (pace ?? 1)),
    pace: pace === null ? 'speech' : 'own',
    flows,
    sitting,
    place: items.some(({ interviewId }) => interviewId === place) ? place : null,
  }
}

/** `following` is what opens once this one is done with. */
type QueueNeighbours = Neighbours & { following: string | null }

/** Who stands before and after an interview in the queue; one that does not wait stands before it. */
export async function findQueueNeighbours(
  viewer: Viewer,
  flowId: string | null,
  id: InterviewId,
): Promise<QueueNeighbours> {
  const wanted = wantedOf(viewer, flowId)
  const [items, { sitting }] = await Promise.all([
    db()
      .select({
        interviewId: wanted.id,
        flow: { id: wanted.flowId },
        isSkipped: sql<boolean>`${isNotNull(wanted.skippedAt)}`,
      })
      .from(wanted)
      .where(eq(wanted.isJudged, false))
      .orderBy(...queueOrder(wanted)),
    findProgress(viewer, flowId),
  ])
  const around = aroundInQueue(items, id)
  const { following } = around
  return { ...neighboursInSitting({ items, total: items.length, sitting }, around), following }
}

/** How an interview's page is asked for: out of a queue or the list of a filter, as a whole page or by going there within Debrief. */
type AskedFor = { saysQueue: boolean; isDocument: boolean; filter: InterviewFilter }

type Walk = { isInQueue: true; neighbours: QueueNeighbours } | { isInQueue: false; neighbours: Neighbours | null }

/** Along what its reader walks on from an interview. An address out of a colleague's queue leads into nobody's. */
export async function findWalk(
  viewer: Viewer,
  id: InterviewId,
  { saysQueue, isDocument, filter }: AskedFor,
): Promise<Walk> {
  if (saysQueue) {
    const neighbours = await findQueueNeighbours(viewer, null, id)
    if (neighbours.position > 0 || !isDocument) return { isInQueue: true, neighbours }
  }
  return { isInQueue: false, neighbours: await findNeighbours(viewer, filter, id) }
}

/** What happened since this member was here, and what there is to do where nothing waits. */
export async function findReviewNews(viewer: Viewer): Promise<ReviewNews> {
  const [{ since } = { since: null }] = await lastVisit(viewer)
  const mine = and(eq(votes.interviewId, seen.id), eq(votes.memberId, viewer.memberId), isNotNull(votes.vote))
  const [[counts], unassigned, [others], splits, judgedSince] = await Promise.all([
    db()
      .select({
        arrived: sql<number>`(count(*) FILTER (WHERE ${since === null ? sql`false` : gt(seen.firstSeenAt, since)}))::int`,
        unjudged: sql<number>`(count(*) FILTER (WHERE ${votes.vote} IS NULL))::int`,
        judged: sql<number>`(count(*) FILTER (WHERE ${votes.castAt} > now() - ${DAY}))::int`,
      })
      .from(interviewsOf(viewer))
      .leftJoin(votes, mine)
      .where(isJudgeable),
    listUnassigned(viewer),
    countOthers(viewer),
    countSplits(viewer),
    since === null ? undefined : findJudgedSince(viewer, since),
  ])
  return {
    since: since && new Date(since).toISOString(),
    ...{ arrived: 0, unjudged: 0, judged: 0, ...counts },
    judgedSince: judgedSince ?? { voted: NOTHING_CHANGED, decided: NOTHING_CHANGED },
    splits,
    unassigned,
    others: { members: 0, interviews: 0, ...others },
  }
}

function listWaiting(viewer: Viewer, flowId: string | null) {
  const wanted = wantedOf(viewer, flowId)
  const { id, flowTitle, candidateName, candidateEmail, talk, plays, progress, dueOn, skippedAt } = wanted
  return db()
    .select({
      ...{ id, flowTitle, candidateName, candidateEmail, talk, plays, progress, dueOn, skippedAt },
      flowId: wanted.flowId,
      hasVideo: wanted.hasVideo,
      begins: sql<number | null>`(${interviewFacts.speech} -> 0 ->> 'start')::float8`,
      all: {
        total: sql<number>`(count(*) OVER ())::int`,
        talk: sql<number>`(sum(coalesce(${talk}, 0)) OVER ())::float8`,
      },
    })
    .from(wanted)
    .leftJoin(interviewFacts, eq(interviewFacts.interviewId, id))
    .where(eq(wanted.isJudged, false))
    .orderBy(...queueOrder(wanted))
    .limit(rowsAtMost(MOST_ITEMS))
}

async function toItems(viewer: Viewer, rows: Awaited<ReturnType<typeof listWaiting>>): Promise<QueueItem[]> {
  const ids = rows.map(({ id }) => id)
  const [asks, begun] = await Promise.all([listAsks(viewer, ids), listBegun(viewer, ids)])
  return rows.map((row) => ({
    interviewId: row.id,
    candidate: { name: row.candidateName, email: row.candidateEmail },
    flow: { id: row.flowId, title: row.flowTitle },
    talk: row.talk,
    begins: row.begins,
    progress: row.progress,
    share: begun.get(row.id) ?? null,
    dueOn: row.dueOn,
    asks: asks.get(row.id) ?? [],
    hasRecording: row.plays,
    hasVideo: row.hasVideo,
    isSkipped: row.skippedAt !== null,
  }))
}

async function listAsks(viewer: Viewer, ids: string[]) {
  const { interviewId, memberId, byId, kind, message, createdAt, withdrawnAt } = assignments
  const rows = await db()
    .select({ interviewId, message, by: { id: members.id, email: members.email, name: members.name } })
    .from(assignments)
    .innerJoin(members, eq(members.id, byId))
    .where(and(eq(memberId, viewer.memberId), eq(kind, 'asked'), isNull(withdrawnAt), isAmong(interviewId, ids)))
    .orderBy(asc(createdAt))
  const asks = new Map<string, ColleaguesAsk[]>()
  for (const { interviewId: id, by, message: said } of rows)
    asks.set(id, [...(asks.get(id) ?? []), { by, message: said }])
  return asks
}

/** How much of each has been heard or read, where something was and it is known when the candidate speaks. */
async function listBegun(viewer: Viewer, ids: string[]): Promise<Map<string, number | null>> {
  const { interviewId, memberId, spans, read } = listeningProgress
  const rows = await db()
    .select({ interviewId, spans, read, speech: interviewFacts.speech })
    .from(listeningProgress)
    .innerJoin(interviewFacts, eq(interviewFacts.interviewId, interviewId))
    .where(and(eq(memberId, viewer.memberId), isAmong(interviewId, ids)))
  return new Map(
    rows.map((row) => [row.interviewId, shareOf(row.speech ?? [], joinSpans([...row.spans, ...row.read]))]),
  )
}

/** Null while it is not known. */
async function findPace(viewer: Viewer): Promise<number | null> {
  const { interviewId, memberId, spans, read } = listeningProgress
  const rows = await db()
    .select({ talk: sql<number>`${seen.talk}`, spans, read })
    .from(votes)
    .innerJoin(interviewsOf(viewer), eq(seen.id, votes.interviewId))
    .leftJoin(listeningProgress, and(eq(interviewId, seen.id), eq(memberId, viewer.memberId)))
    .where(and(eq(votes.memberId, viewer.memberId), isNotNull(votes.vote), gt(seen.talk, 0)))
    .orderBy(desc(votes.castAt))
    .limit(rowsAtMost(PACE_VOTES))
  return paceOf(rows.map((row) => ({ talk: row.talk, spans: row.spans ?? [], read: row.read ?? [] })))
}

async function findPlace(viewer: Viewer): Promise<string | null> {
  const [row] = await db()
    .select({ interviewId: queuePlaces.interviewId })
    .from(queuePlaces)
    .where(eq(queuePlaces.memberId, viewer.memberId))
  return row?.interviewId ?? null
}
