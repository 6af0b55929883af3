// What there is before each command that has to tell what it does.
import { NO_SCORES } from '../../assessment/scores'
import { assignByHand } from '../../assignments/commands'
import { linkAttempts } from '../../attempts/commands'
import { operator } from '../../auth/operator'
import { NO_SCOPE } from '../../auth/member-scope'
import type { Viewer } from '../../auth/viewer'
import { correctTranscript } from '../../corrections/commands'
import { db } from '../../db/client'
import { flowSettings } from '../../db/schema/flow-settings'
import { credentials, sessions } from '../../db/schema/members'
import { givenMember, givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import { inviteMembers } from '../../invitations/commands'
import type { InterviewId } from '../../interviews/interview-id'
import { writeNote } from '../../notes/commands'
import { givenPasskey } from '../../passkeys/testing/passkeys'
import { setStatus } from '../../status/commands'
import { questionKey } from '../../transcript/question-key'
import { invalidateInterview, overrideScore } from '../../validity/commands'
import { castVote } from '../../votes/commands'

export type Scene = Awaited<ReturnType<typeof givenScene>>

const HOUR_MS = 3_600_000
export const NOTE = { parentId: null, body: 'Strong start', at: 1, quote: null }
export const CORRECTION = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'organised' }
const QUESTION = 'What did you run?'
export const KEY = questionKey(QUESTION)
export const SCALE = { one: 'Blames others.', three: null, five: null, replaces: null }
export const PASSWORD = 'vexed otter plays nine zithers'
export const ADDED = {
  email: 'new@example.com',
  role: 'reviewer',
  scope: { ...NO_SCOPE, teams: ['team_a'] },
  password: PASSWORD,
} as const
/** What of it nobody may find in the log, nor of what the cases write. */
export const SECRETS = [
  ...['Strong', 'Sharp', '"ran', ' ran', 'organised', 'planned', 'example.com', 'zithers', 'argon', 'Byron', 'Blames'],
]

export async function givenScene() {
  const viewer = await givenViewer()
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  return {
    ...{ viewer, admin, member: await givenMember({}, 'a hash') },
    ...(await givenElsewhere(viewer)),
    passkey: await givenPasskey(viewer),
    ...(await givenInvited()),
    disabled: await givenMember({ disabledAt: '2026-11-01T00:00:00Z' }, 'a hash'),
    linked: await givenLinked(),
    ...(await givenRead(viewer)),
    ...(await givenInvalid(viewer)),
    ...(await givenBlind(viewer, admin)),
    attempts: await givenAttempts(viewer),
  }
}

/** An admin who has a password, and signs in by the company's provider. */
async function givenLinked() {
  const linked = await givenMember({ role: 'admin' }, 'a hash')
  const subject = crypto.randomUUID()
  await db().insert(credentials).values({ memberId: linked.id, kind: 'oidc', issuer: 'https://login.example', subject })
  return linked
}

/** Of a flow that is compared: the viewer has noted on it, corrected and decided, and another has voted. */
async function givenRead(viewer: Viewer) {
  const comparedId = (await givenFlow({ questions: [QUESTION] })).id
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  const scores = { ...NO_SCORES, skills: 3 }
  const interviewId = (await givenInterview({ flowId: comparedId, questions, scores })).id
  const voter = await givenViewer()
  await castVote(voter, interviewId, { vote: 'hire' })
  const [noteId, correctionId] = [crypto.randomUUID(), crypto.randomUUID()]
  await writeNote(viewer, { interviewId, noteId }, NOTE)
  await correctTranscript(viewer, { interviewId, correctionId }, CORRECTION)
  const decision = { status: 'on_hold', reason: 'Strong' } as const
  const { version } = await setStatus(whoMay(viewer, 'status.set'), { id: interviewId }, decision)
  await overrideScore(viewer, { interviewId, score: 'skills' }, { reason: 'Strong' })
  return { comparedId, interviewId, voter, noteId, correctionId, version: version ?? '' }
}

/** Another session of the viewer, who has a password. */
async function givenElsewhere({ memberId }: Viewer) {
  await db().insert(credentials).values({ memberId, kind: 'password', passwordHash: 'a former hash' })
  const expiresAt = new Date(Date.now() + HOUR_MS).toISOString()
  const [elsewhere] = await db().insert(sessions).values({ memberId, expiresAt }).returning()
  return { elsewhereId: elsewhere?.id ?? '' }
}

async function givenInvited() {
  const emails = [`${crypto.randomUUID()}@example.com`]
  const { invitations } = await inviteMembers(operator(), { emails, role: 'reviewer', scope: 'all' })
  return { invitationId: invitations[0]?.id ?? '' }
}

/** Marked as invalid. */
async function givenInvalid(viewer: Viewer) {
  const silentId = (await givenInterview()).id
  await invalidateInterview(viewer, silentId, { cause: 'technical_failure', reason: 'Strong' })
  return { silentId }
}

/** Of a flow that hides what it can, and assigned to the viewer. */
async function givenBlind(viewer: Viewer, admin: Parameters<typeof assignByHand>[0]) {
  const flowId = (await givenFlow()).id
  const blindId = (await givenInterview({ flowId })).id
  await db().insert(flowSettings).values({ flowId })
  const byHand = { interviewIds: [blindId], memberIds: [viewer.memberId], dueOn: null }
  return { flowId, blindId, assignmentIds: (await assignByHand(admin, byHand)).assignmentIds }
}

/** Three of one flow; the first two are linked. */
async function givenAttempts(viewer: Viewer): Promise<[InterviewId, InterviewId, InterviewId]> {
  const given = async (name: string) => {
    const candidate = { name, email: `${name}.${viewer.email}` }
    return (await givenInterview({ flowId: `of ${viewer.memberId}`, candidate })).id
  }
  const [a, b, c] = [await given('a'), await given('b'), await given('c')]
  await linkAttempts(whoMay(viewer, 'attempt.link'), a, b)
  return [a, b, c]
}
