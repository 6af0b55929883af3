// Interviews of teams and flows that lie across each other, what their members do, and one whose role and scope change.
import { eq, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import { assignByHand, askMember } from '../assignments/commands'
import { NO_SCOPE, type NamedScope, type Scope } from '../auth/member-scope'
import { operator } from '../auth/operator'
import type { Role } from '../auth/permissions'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { sessions } from '../db/schema/members'
import { again, givenViewer, whoMay } from '../db/testing/fixtures'
import { arrives, asId, givenFlow, givenTalk } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { ribbonInterviewWith } from '../interviews/testing/values'
import { changeMember } from '../members/commands'
import { takePlace } from '../mirror/store/order'
import { storeTeams } from '../mirror/store/flows'
import { writeNote } from '../notes/commands'
import { setStatus } from '../status/commands'
import { castVote } from '../votes/commands'
import { QUESTION } from './worlds'

export const TEAMS = ['team-0', 'team-1', 'team-2'] as const
/** Each with its team; the last has none. */
export const FLOWS = { 'flow-0': 'team-0', 'flow-1': 'team-1', 'flow-2': 'team-1', 'flow-3': null } as const
export const FLOW_IDS = Object.keys(FLOWS) as (keyof typeof FLOWS)[]

type Place = { teamId: string | null; flowId: string | null }
/** Where each interview is at first: also outside the team of its flow, and without either. */
const FIRST: Place[] = [
  { teamId: 'team-0', flowId: 'flow-0' },
  { teamId: 'team-1', flowId: 'flow-0' },
  { teamId: 'team-1', flowId: 'flow-1' },
  { teamId: 'team-2', flowId: 'flow-1' },
  { teamId: 'team-1', flowId: 'flow-2' },
  { teamId: 'team-2', flowId: 'flow-3' },
  { teamId: 'team-0', flowId: null },
  { teamId: null, flowId: null },
]
export const COUNT = FIRST.length
export const idAt = (at: number): InterviewId => asId(`interview-${at}`)

/** What the test knows by itself, without asking the code under test. */
export type Stage = {
  member: Viewer
  role: Role
  scope: Scope
  places: Map<InterviewId, Place>
  colleague: Viewer
  /** Of the list that the member has open. */
  asOf: string
  /** What the member could see at some time since the list was read. */
  shown: Set<string>
  /** And when it was read. */
  listed: Set<string>
}

export async function givenStage(): Promise<Stage> {
  const asked = await takePlace()
  await storeTeams(TEAMS.map((id) => ({ id, name: `Name of ${id}`, asked })))
  for (const [id, teamId] of Object.entries(FLOWS))
    await givenFlow({ id, teamId, title: `Title of ${id}`, questions: [QUESTION, 'Why here?'] })
  const stage: Stage = {
    ...{ member: await givenViewer({ role: 'recruiter' }), role: 'recruiter', scope: 'all' },
    ...{ colleague: await givenViewer({ role: 'admin' }), places: new Map() },
    ...{ asOf: '', shown: new Set(), listed: new Set() },
  }
  for (const [at, place] of FIRST.entries()) {
    await arrive(at)
    await move(stage, at, place)
  }
  return stage
}

/** Everything is where it was at first, and the member sees everything. */
export async function startAnew(stage: Stage) {
  for (const [at, place] of FIRST.entries()) {
    const { teamId, flowId } = stage.places.get(idAt(at)) ?? {}
    if (teamId !== place.teamId || flowId !== place.flowId) await move(stage, at, place)
  }
  await giveRole(stage, 'recruiter')
  await giveScope(stage, 'all')
}

/** By hand: an interview of which Ribbon names no team goes on being its former one’s. */
export async function move(stage: Stage, at: number, { teamId, flowId }: Place) {
  stage.places.set(idAt(at), { teamId, flowId })
  await db()
    .update(interviews)
    .set({ teamId, flowId, followsFlow: false, updatedAt: sql`now()` })
    .where(eq(interviews.id, idAt(at)))
  nowShown(stage)
}

async function arrive(at: number) {
  await arrives(
    ribbonInterviewWith({
      ...{ id: idAt(at), teamId: null, flowId: null, generalScore: at % 5 },
      // Some are one candidate’s.
      candidate: { name: `Candidate ${at % 3}`, email: `candidate-${at % 3}@example.com` },
      questions: [{ text: QUESTION, segments: [0, 1], start: 0, end: 12 }],
      ...givenTalk([
        ['agent', QUESTION],
        ['candidate', `I led the night shift of ward ${at}.`],
      ]),
    }),
  )
}

export async function giveScope(stage: Stage, scope: Scope) {
  const isNamed = stage.role === 'admin' && scope !== 'all'
  if (isNamed) return
  await changeMember(operator(), stage.member.memberId, { scope })
  stage.scope = scope
  nowShown(stage)
}

/** They sign in anew. */
export async function giveRole(stage: Stage, role: Role) {
  if (role === stage.role) return
  const { memberId } = stage.member
  await changeMember(operator(), memberId, { role })
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const [session] = await db().insert(sessions).values({ memberId, expiresAt }).returning()
  stage.member = await again({ ...stage.member, sessionId: session?.id ?? '' })
  stage.role = role
  nowShown(stage)
}

/** What colleagues do with an interview, all of which is about the member too. */
export async function colleagueActs({ colleague, member, places, scope, role }: Stage, at: number) {
  const id = idAt(at)
  const body = `The night of ward ${at} @${member.email}`
  await writeNote(
    colleague,
    { interviewId: id, noteId: crypto.randomUUID() },
    { parentId: null, body, at: 1, quote: null },
  )
  await castVote(colleague, id, { vote: at % 2 === 0 ? 'hire' : 'strong_no_hire' })
  const admin = whoMay(colleague, 'assignment.manage')
  await setStatus(whoMay(colleague, 'status.set'), { id }, { status: 'shortlisted', reason: `Ward ${at}` })
  if (!isSeen({ scope, role, places }, id)) return
  await assignByHand(admin, { interviewIds: [id], memberIds: [member.memberId], dueOn: null })
  await askMember(colleague, id, { memberId: member.memberId, message: `Ward ${at}`, dueOn: null })
}

type Seeing = Pick<Stage, 'scope' | 'role' | 'places'>

export function isSeen({ scope, role, places }: Seeing, id: InterviewId): boolean {
  if (scope === 'all' || role === 'admin') return true
  const { teamId = null, flowId = null } = places.get(id) ?? {}
  return (
    scope.interviews.includes(id) ||
    (teamId !== null && scope.teams.includes(teamId)) ||
    (flowId !== null && scope.flows.includes(flowId))
  )
}

export function nowShown(stage: Stage) {
  for (const id of stage.places.keys()) if (isSeen(stage, id)) stage.shown.add(id)
}

/** Takes away what this member does not see, as if it had never been. */
export async function onlyWhatIsSeen(stage: Stage, client: PoolClient) {
  const seen = [...stage.places.keys()].filter((id) => isSeen(stage, id))
  if (seen.length === COUNT) return
  const scope: NamedScope = stage.scope === 'all' ? NO_SCOPE : stage.scope
  const flowsOf = new Set(seen.map((id) => stage.places.get(id)?.flowId))
  const teamsOf = new Set(seen.map((id) => stage.places.get(id)?.teamId))
  const whole = FLOW_IDS.filter((id) => scope.flows.includes(id) || scope.teams.includes(FLOWS[id] ?? ''))
  const flows = FLOW_IDS.filter((id) => whole.includes(id) || flowsOf.has(id))
  const teams = TEAMS.filter((id) => scope.teams.includes(id) || teamsOf.has(id))
  await client.query('DELETE FROM interviews WHERE NOT id = ANY($1)', [seen])
  await client.query('DELETE FROM teams WHERE NOT id = ANY($1)', [teams])
  await client.query(FLOWS_IN_PART, [whole, flows])
}

/** Of what they see in part they know the title. Written anew, since it would be news that it was changed. */
const FLOWS_IN_PART = `WITH former AS (DELETE FROM flows WHERE NOT id = ANY($1) RETURNING *)
  INSERT INTO flows SELECT (jsonb_populate_record(NULL::flows, to_jsonb(former) || '{"questions": []}')).*
  FROM former WHERE id = ANY($2)`
