import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { memberFlows, memberInterviews, members, memberTeams } from '../db/schema/members'

const ids = z.array(z.string()).readonly()
/** One as these queries return it. */
export const scope = z.union([z.literal('all'), z.object({ teams: ids, flows: ids, interviews: ids })])

/** The scope of the `members` of a query, as JSON: an admin sees everything, whatever their rows say. */
export const scopeOfMembers = scopeOf(sql`${members.role} = 'admin' OR ${members.seesAllTeams}`)

/** The same as it would be if they were no admin. */
export const scopeAsNoAdmin = scopeOf(sql`${members.seesAllTeams}`)

function scopeOf(isAll: SQL): SQL {
  return sql`CASE WHEN ${isAll} THEN '"all"'::jsonb ELSE jsonb_build_object(
    'teams', ${listed(sql`SELECT ${memberTeams.teamId} FROM ${memberTeams} WHERE ${memberTeams.memberId}`)},
    'flows', ${listed(sql`SELECT ${memberFlows.flowId} FROM ${memberFlows} WHERE ${memberFlows.memberId}`)},
    'interviews', ${listed(sql`SELECT ${memberInterviews.interviewId} FROM ${memberInterviews} WHERE ${memberInterviews.memberId}`)}) END`
}

/** Those of the member, of a query that ends in what they are of. */
function listed(ids: SQL): SQL {
  return sql`(SELECT coalesce(jsonb_agg(id ORDER BY id), '[]') FROM (${ids} = ${members.id}) AS listed (id))`
}
