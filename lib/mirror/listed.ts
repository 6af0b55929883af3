import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { interviews } from '../db/schema/interviews'

/** That an interview is one of these, however many they are. */
export function isOneOf(ids: string[]): SQL {
  return sql`${interviews.id} IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
}
