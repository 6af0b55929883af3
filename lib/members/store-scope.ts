import 'server-only'
import { eq } from 'drizzle-orm'
import type { Scope } from '../auth/member-scope'
import type { Transaction } from '../db/client'
import { inParts } from '../db/in-parts'
import { memberFlows, memberInterviews, members, memberTeams } from '../db/schema/members'

type Beside = { scopeWithoutGroups?: Scope | null | undefined }

/**
 * In place of what they could see before, with groups and without, where nothing is given for that. For the commands of this folder,
 * which decide who may.
 */
export async function storeScope(
  tx: Transaction,
  memberId: string,
  scope: Scope,
  { scopeWithoutGroups = null }: Beside = {},
) {
  await tx
    .update(members)
    .set({ seesAllTeams: scope === 'all', scopeWithoutGroups })
    .where(eq(members.id, memberId))
  await forgetScope(tx, memberId)
  if (scope === 'all') return
  const teams = scope.teams.map((teamId) => ({ memberId, teamId }))
  const flows = scope.flows.map((flowId) => ({ memberId, flowId }))
  const interviews = scope.interviews.map((interviewId) => ({ memberId, interviewId }))
  for (const some of inParts(teams)) await tx.insert(memberTeams).values(some).onConflictDoNothing()
  for (const some of inParts(flows)) await tx.insert(memberFlows).values(some).onConflictDoNothing()
  for (const some of inParts(interviews)) await tx.insert(memberInterviews).values(some).onConflictDoNothing()
}

async function forgetScope(tx: Transaction, memberId: string) {
  await tx.delete(memberTeams).where(eq(memberTeams.memberId, memberId))
  await tx.delete(memberFlows).where(eq(memberFlows.memberId, memberId))
  await tx.delete(memberInterviews).where(eq(memberInterviews.memberId, memberId))
}
