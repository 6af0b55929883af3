import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach } from 'vitest'
import type { May, Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { assignments } from '../../db/schema/assignments'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import type { InterviewId } from '../../interviews/interview-id'
import type { Redated } from '../assignment'
import { askMember, withdrawAssignments } from '../commands'

export let team: string
export let flowId: string
export let recruiter: May<'assignment.manage'>
/** Two, who see the team. */
export let reviewers: Viewer[]
/** Of four interviews of the flow that can be judged; one was not taken. */
export let ids: InterviewId[]

/** Before each test of the file there is a flow whose interviews nobody has been given yet. */
export function withFlowToHandOut() {
  beforeEach(async () => {
    team = crypto.randomUUID()
    flowId = (await givenFlow({ teamId: team })).id
    ids = []
    for (let index = 0; index < 4; index++) ids.push((await givenInterview({ teamId: team, flowId })).id)
    await givenInterview({ teamId: team, flowId, state: 'not_taken' })
    recruiter = await givenManager({ teams: [team] })
    reviewers = [
      await givenViewer({ role: 'reviewer', teams: [team] }),
      await givenViewer({ role: 'reviewer', teams: [team] }),
    ]
  })
}

export async function givenManager(given: Parameters<typeof givenViewer>[0]): Promise<May<'assignment.manage'>> {
  return whoMay(await givenViewer({ role: 'recruiter', ...given }), 'assignment.manage')
}

export const idsOf = (viewers: Viewer[]) => viewers.map(({ memberId }) => memberId)
export const standing = (memberId?: string) =>
  db()
    .select()
    .from(assignments)
    .where(
      and(isNull(assignments.withdrawnAt), memberId === undefined ? undefined : eq(assignments.memberId, memberId)),
    )
export const countOf = async (viewer: Viewer) => (await standing(viewer.memberId)).length
export const shared = (given: object = {}) => ({
  flowId,
  memberIds: idsOf(reviewers),
  votesEach: 1,
  dueOn: null,
  ...given,
})

export function ask(by: Viewer, interviewId: InterviewId, memberId: string, message: string | null = null) {
  return askMember(whoMay(by, 'review.ask'), interviewId, { memberId, message, dueOn: null })
}

export function withdraw(by: Viewer, assignmentIds: string[], redated: Redated[] = []) {
  return withdrawAssignments(whoMay(by, 'review.ask'), assignmentIds, redated)
}
