import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'

/** What of the interviews somebody may see: all, or those of these teams. */
export const scope = z.union([z.literal('all'), z.object({ teams: z.array(z.string()).readonly() })])

/** The scope of the member `m` of a query, as JSON: an admin sees all teams, whatever their row says. */
export const scopeOfMember = sql`CASE WHEN m.role = 'admin' OR m.sees_all_teams THEN '"all"'::jsonb
  ELSE jsonb_build_object('teams', (SELECT coalesce(jsonb_agg(t.team_id), '[]') FROM member_teams t WHERE t.member_id = m.id)) END`
