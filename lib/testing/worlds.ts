// Pairs of worlds in one database: the two of a pair differ in nothing but what is hidden from their readers until they have voted.
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
import type { Blindness } from '../flows/flow'
import type { InterviewId } from '../interviews/interview-id'
import { ribbonInterviewWith } from '../interviews/testing/values'
import { takePlace } from '../mirror/store/order'
import { storeTeams } from '../mirror/store/flows'
import type { RibbonInterview } from '../ribbon/interview'

export const INTERVIEWS = 4
/** By what they hide. */
export const PAIRS = {
  both: { colleagues: true, assessment: true },
  colleagues: { colleagues: true, assessment: false },
  assessment: { colleagues: false, assessment: true },
} as const
export type Pair = keyof typeof PAIRS
type Named = { name: 'a' | 'b'; pair: Pair }
export type World = Named & {
  teamId: string
  flowId: string
  ids: InterviewId[]
  colleagues: [Viewer, Viewer]
  readers: { reviewer: Viewer; recruiter: Viewer }
}

/** What each candidate is asked. */
export const QUESTION = 'Which nights did you lead?'

/** Words that the summaries of one world say, and the notes of its colleagues, where the other may not know them. */
export const SECRET_WORDS = { a: 'velvet', b: 'granite' } as const

/** Which of its pair a world is, as far as this is concerned: the same where it is not hidden. */
export function differingIn({ name, pair }: Named, what: keyof Blindness): World['name'] {
  return PAIRS[pair][what] ? name : 'a'
}

/** What a colleague says of an interview, another word in each world where it is hidden. */
export function wordOf(world: World): string {
  return SECRET_WORDS[differingIn(world, 'colleagues')]
}

export async function givenPair(pair: Pair): Promise<[World, World]> {
  return [await givenWorld({ name: 'a', pair }), await givenWorld({ name: 'b', pair })]
}

async function givenWorld(named: Named): Promise<World> {
  const { name, pair } = named
  const teamId = `team-${name}-${pair}`
  await storeTeams([{ id: teamId, name: 'Nights', asked: await takePlace() }])
  const { id: flowId } = await givenFlow({ id: `flow-${name}-${pair}`, teamId, title: 'Shift lead' })
  await db()
    .insert(flowSettings)
    .values({ flowId, ...blindnessOf(PAIRS[pair]) })
  const ids = Array.from({ length: INTERVIEWS }, (_, at) => asId(`interview-${name}-${pair}-${at}`))
  // In another order in each, as if what is hidden had been written in between: an answer whose order is left open would tell.
  const arriving = [...ids.keys()]
  for (const at of name === 'a' ? arriving : arriving.toReversed()) await arrives(told(named, at, { rescored: 0 }))
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
  return { ...named, teamId, flowId, ids, colleagues, readers }
}

/** The one of which both worlds tell the same: readers vote on it, and have it shown. */
export const JUDGED = 0

/** As Ribbon tells it: the same in both worlds but for scores and summary, which are another's after each rescoring. */
export function told(world: Named, at: number, { rescored }: { rescored: number }): RibbonInterview {
  const end = `${world.name}-${world.pair}`
  const name = at === JUDGED ? 'a' : differingIn(world, 'assessment')
  const score = name === 'a' ? (at + rescored) % 6 : (7 * at + 3 * rescored + 2) % 6
  const scores: Scores = perScore((word) => (score + word.length) % 6)
  return ribbonInterviewWith({
    ...{ id: `interview-${end}-${at}`, flowId: `flow-${end}`, teamId: `team-${end}` },
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

/** Its readers know nothing again, as at the beginning, and its flow hides what it did then. */
export async function forgetReveals(worlds: World[]) {
  const ids = worlds.flatMap(({ readers }) => Object.values(readers).map(({ memberId }) => memberId))
  await db().delete(votes).where(inArray(votes.memberId, ids))
  await db().delete(reveals).where(inArray(reveals.memberId, ids))
  for (const world of worlds) await hide(world, PAIRS[world.pair])
}

/** From now on its flow hides this. */
export async function hide({ flowId }: World, what: Blindness) {
  await db().update(flowSettings).set(blindnessOf(what)).where(eq(flowSettings.flowId, flowId))
}

function blindnessOf({ colleagues, assessment }: Blindness) {
  return { blindColleagues: colleagues, blindAssessment: assessment }
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
