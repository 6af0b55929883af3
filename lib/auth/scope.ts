import 'server-only'
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { flows, interviews, teams } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import type { Reader } from './viewer'

/** The condition on `interviews` that every read carries; an interview without a team is seen only by who sees all teams. */
export function inScope({ scope }: Reader): SQL {
  return scope === 'all' ? sql`true` : inArray(interviews.teamId, [...scope.teams])
}

/** The condition on `teams`. */
export function teamInScope({ scope }: Reader): SQL {
  return scope === 'all' ? sql`true` : inArray(teams.id, [...scope.teams])
}

/** The condition on `flows`: those of the reader's teams, and those of interviews that they see. */
export function flowInScope(reader: Reader): SQL {
  if (reader.scope === 'all') return sql`true`
  const ofInterviews = sql`EXISTS (SELECT FROM ${interviews} WHERE ${interviews.flowId} = ${flows.id} AND ${inScope(reader)})`
  return sql`(${inArray(flows.teamId, [...reader.scope.teams])} OR ${ofInterviews})`
}

/** The condition on `members`: those who may see this interview. */
export function membersInScope(interviewId: string): SQL {
  return membersOfTeam(sql`(SELECT i.team_id FROM interviews i WHERE i.id = ${interviewId})`)
}

/** Those who may see the interviews of this team. */
export function membersOfTeam(teamId: PgColumn | SQL): SQL {
  return sql`(${members.role} = 'admin' OR ${members.seesAllTeams} OR EXISTS (SELECT FROM member_teams t
    WHERE t.member_id = ${members.id} AND t.team_id = ${teamId}))`
}
