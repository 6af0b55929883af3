import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Executor } from '../db/client'
import type { Role } from './permissions'

type Given = { role: Role; scope: 'all' | { teams: string[]; flows: string[]; interviews: string[] } }

/**
 * Whether a member may let somebody in with that role and scope: an admin with any, a recruiter reviewers alone, and only into what
 * they see the whole of. Asked of their rows as they are now, so that it can be asked of one who is not there too.
 */
export async function mayLetIn(memberId: string, { role, scope }: Given, on: Executor): Promise<boolean> {
  const ofRecruiter =
    role === 'reviewer' ? sql`m.role = 'recruiter' AND (m.sees_all_teams OR ${isWithin(scope)})` : sql`false`
  const { rows } = await on.execute(sql`
    SELECT m.disabled_at IS NULL AND (m.role = 'admin' OR ${ofRecruiter}) AS may FROM members m WHERE m.id = ${memberId}`)
  return rows[0] !== undefined && z.object({ may: z.boolean() }).parse(rows[0]).may
}

const TEAMS = sql`(SELECT team_id FROM member_teams WHERE member_id = m.id)`
const FLOWS = sql`(SELECT flow_id FROM member_flows WHERE member_id = m.id)`
const INTERVIEWS = sql`(SELECT interview_id FROM member_interviews WHERE member_id = m.id)`

/**
 * A flow has to be one's own by name: one of one's team may have interviews of other teams, now or later, and a refusal for them
 * would tell of them.
 */
function isWithin(scope: Given['scope']): SQL {
  if (scope === 'all') return sql`false`
  const isSeen = sql`EXISTS (SELECT FROM interviews i WHERE i.id = given.id
    AND (i.team_id IN ${TEAMS} OR i.flow_id IN ${FLOWS} OR i.id IN ${INTERVIEWS}))`
  return sql.join(
    [
      each(scope.teams, sql`given.id IN ${TEAMS}`),
      each(scope.flows, sql`given.id IN ${FLOWS}`),
      each(scope.interviews, isSeen),
    ],
    sql` AND `,
  )
}

function each(ids: string[], isOwn: SQL): SQL {
  return sql`NOT EXISTS (SELECT FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) AS given(id) WHERE (${isOwn}) IS NOT TRUE)`
}
