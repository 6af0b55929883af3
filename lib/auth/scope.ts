import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { isOneOf } from '../db/among'
import { flows, interviews, teams } from '../db/schema/interviews'
import { members } from '../db/schema/members'
import type { Reader } from './viewer'

/** Where an interview belongs. */
type Belonging = Record<'id' | 'flowId' | 'teamId', PgColumn | SQL>

/** The condition on `interviews` that every read carries: one that belongs to no team and no flow is seen only by who sees everything, or it by name. */
export function inScope({ scope }: Reader): SQL {
  if (scope === 'all') return sql`true`
  return anyOf([
    isNamed(interviews.teamId, scope.teams),
    isNamed(interviews.flowId, scope.flows),
    isNamed(interviews.id, scope.interviews),
  ])
}

/** The condition on `teams`: the reader's, and those of interviews that they see. */
export function teamInScope(reader: Reader): SQL {
  if (reader.scope === 'all') return sql`true`
  const ofInterviews = sql`EXISTS (SELECT FROM ${interviews} WHERE ${interviews.teamId} = ${teams.id} AND ${inScope(reader)})`
  return anyOf([isNamed(teams.id, reader.scope.teams), ofInterviews])
}

/** The condition on `flows`: the reader's, and those of interviews that they see. */
export function flowInScope(reader: Reader): SQL {
  if (reader.scope === 'all') return sql`true`
  const ofInterviews = sql`EXISTS (SELECT FROM ${interviews} WHERE ${interviews.flowId} = ${flows.id} AND ${inScope(reader)})`
  return sql`(${flowIsWhole(reader)} OR ${ofInterviews})`
}

/** And of those the flows that are the reader's as a whole, by name or by their team: of others they know no more than their interviews tell. */
export function flowIsWhole({ scope }: Reader): SQL {
  if (scope === 'all') return sql`true`
  return anyOf([isNamed(flows.teamId, scope.teams), isNamed(flows.id, scope.flows)])
}

/** Whether one is the reader's as a whole whatever its team, and whether or not Ribbon lists it. */
export function namesFlow({ scope }: Reader, flowId: string): boolean {
  return scope === 'all' || scope.flows.includes(flowId)
}

/** The condition on `members`: those who may see this interview. */
export function membersInScope(interviewId: string): SQL {
  const belongs = (column: SQL) => sql`(SELECT ${column} FROM interviews i WHERE i.id = ${interviewId})`
  return membersWhoSee({ id: sql`${interviewId}`, flowId: belongs(sql`i.flow_id`), teamId: belongs(sql`i.team_id`) })
}

/** Those who may see an interview that belongs there. */
export function membersWhoSee({ id, flowId, teamId }: Belonging): SQL {
  return sql`(${members.role} = 'admin' OR ${members.seesAllTeams}
    OR EXISTS (SELECT FROM member_teams t WHERE t.member_id = ${members.id} AND t.team_id = ${teamId})
    OR EXISTS (SELECT FROM member_flows f WHERE f.member_id = ${members.id} AND f.flow_id = ${flowId})
    OR EXISTS (SELECT FROM member_interviews v WHERE v.member_id = ${members.id} AND v.interview_id = ${id}))`
}

function isNamed(column: PgColumn, ids: readonly string[]): SQL | null {
  return ids.length === 0 ? null : isOneOf(column, ids)
}

/** Nothing, where there is none. */
function anyOf(conditions: (SQL | null)[]): SQL {
  const some = conditions.filter((condition) => condition !== null)
  return some.length === 0 ? sql`false` : sql`(${sql.join(some, sql` OR `)})`
}
