import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { interviews } from '../db/schema/interviews'

/** That an interview is one of these, however many they are: a statement has room for 65,535 parameters. */
export function isOneOf(ids: string[]): SQL {
  return sql`${interviews.id} IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
}

/** That no reply about the interview was asked for since that place. */
export function isUnseenSince(place: number): SQL {
  return sql`NOT EXISTS (SELECT FROM reply_places p WHERE p.interview_id = ${interviews.id} AND p.asked >= ${place})`
}

/** That it is not among those which are tried again by themselves, less and less often. */
export function isReadable(): SQL {
  return sql`NOT EXISTS (SELECT FROM unreadable_items u WHERE u.kind = 'interview' AND u.place = ${interviews.id})`
}
