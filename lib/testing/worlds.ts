// Two worlds in one database that differ in nothing but what is hidden from their readers until they have voted.
import { eq, inArray, sql } from 'drizzle-orm'
import { perScore, type Scores } from '../assessment/scores'
import type { Role } from '../auth/permissions'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flowSettings } from '../db/schema/flow-settings'
import { interviews } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import { reveals, votes } from '../db/schema/votes'
import { givenViewer } from '../db/testing/fixtures'
import { arrives, asId, givenFlow, givenTalk } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { ribbonInterviewWith } from '../interviews/testing/values'
import { takePlace } from '../mirror/store/order'
import { storeTeams } from '../mirror/store/flows'
import type { RibbonInterview } from '../ribbon/interview'

export const INTERVIEWS = 4
export type World = {
  name: 'a' | 'b'
  teamId: string
  ids: InterviewId[]
  colleagues: [Viewer, Viewer]
  readers: { reviewer: Viewer; recruiter: Viewer }
}

/** What each candidate is asked. */
export const QUESTION = 'Which nights did you lead?'

/** Words that the summaries of one world say, and the notes of its colleagues. */
export const SECRET_WORDS = { a: 'velvet', b: 'granite' } as const

export async function givenWorld(name: World['name']): Promise<World> {
  const teamId = `team-${name}`
  await storeTeams([{ id: teamId, name: 'Nights', asked: await takePlace() }])
  const flow = await givenFlow({ id: `flow-${name}`, teamId, title: 'Shift lead' })
  await db().insert(flowSettings).values({ flowId: flow.id })
  const ids = Array.from({ length: INTERVIEWS }, (_, at) => asId(`interview-${name}-${at}`))
  // In another order in each, as if what is hidden had been written in between: an answer whose order is left open would tell.
  const arriving = [...ids.keys()]
  for (const at of name === 'a' ? arriving : arriving.toReversed()) await arrives(told(name, at, { rescored: 0 }))
  for (const [at, id] of ids.entries())
    await db()
      .update(interviews)
      .set({
        firstSeenAt: `2026-11-02T09:0${at}:00Z`,
        firstSeenIn: sql`${String(at + 3)}::xid8`,
        updatedAt: sql`now()`,
      })
      .where(eq(interviews.id, id))
  const colleagues: World['colleagues'] = [
    await givenOne('recruiter', { teamId, called: 'first' }),
    await givenOne('recruiter', { teamId, called: 'second' }),
  ]
  const readers = {
    reviewer: await givenOne('reviewer', { teamId, called: 'reviewer' }),
    recruiter: await givenOne('recruiter', { teamId, called: 'recruiter' }),
  }
  return { name, teamId, ids, colleagues, readers }
}

/** The one of which both worlds tell the same: readers vote on it. */
export const JUDGED = 0

/** As Ribbon tells it: the same in both worlds but for scores and summary, which are another's after each rescoring. */
export function told(world: World['name'], at: number, { rescored }: { rescored: number }): RibbonInterview {
  const name = at === JUDGED ? 'a' : world
  const score = name === 'a' ? (at + rescored) % 6 : (7 * at + 3 * rescored + 2) % 6
  const scores: Scores = perScore((word) => (score + word.length) % 6)
  return ribbonInterviewWith({
    ...{ id: `interview-${world}-${at}`, flowId: `flow-${world}`, teamId: `team-${world}` },
    candidate: { name: `Candidate ${at}`, email: `candidate-${at}@example.com` },
    scores,
    generalScore: score,
    summary: `${SECRET_WORDS[name]} `.repeat(name === 'a' ? 1 : 9).trim(),
    questions: [{ text: QUESTION, segments: [0, 1], start: 0, end: 12 }],
    ...givenTalk([
      ['agent', QUESTION],
      ['candidate', `I led the night shift of ward ${at}.`],
    ]),
  })
}

/** Members are listed in the order of their addresses, which has to be the same in both worlds. */
async function givenOne(role: Role, { teamId, called }: { teamId: string; called: string }): Promise<Viewer> {
  const viewer = await givenViewer({ role, teams: [teamId] })
  const email = `${called}@${teamId}.example.com`
  await db().update(members).set({ email }).where(eq(members.id, viewer.memberId))
  return { ...viewer, email }
}

/** Its readers know nothing again, as at the beginning. */
export async function forgetReveals(worlds: World[]) {
  const ids = worlds.flatMap(({ readers }) => Object.values(readers).map(({ memberId }) => memberId))
  await db().delete(votes).where(inArray(votes.memberId, ids))
  await db().delete(reveals).where(inArray(reveals.memberId, ids))
}

/** An answer of one world as the other would give it: ids, addresses and times by what they stand for, what is encrypted by its length. */
export function neutral(world: World, value: unknown): string {
  const { colleagues, readers } = world
  const known = [...colleagues, readers.reviewer, readers.recruiter]
  let text = JSON.stringify(value, (key, part: unknown) =>
    typeof part === 'string' && ENCRYPTED.has(key) ? `${part.length} characters` : part,
  )
  for (const [at, { memberId, email }] of known.entries())
    text = text.replaceAll(memberId, `member ${at}`).replaceAll(email, `address ${at}`)
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/\d{4}-\d\d-\d\d [\d:.]+\+00/g, 'time')
    .replaceAll(/(interview|flow|team)-[ab]/g, '$1')
    .replaceAll(UUID, 'id')
}
const ENCRYPTED = new Set(['asOf', 'nextCursor'])
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
