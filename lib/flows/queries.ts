import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows } from '../db/schema'
import type { Flow } from './flow'

/** Archived ones too, as their interviews remain; in the order of their titles. */
export function listFlows(viewer: Viewer): Promise<Flow[]> {
  return db()
    .select({ id: flows.id, title: flows.title, teamId: flows.teamId, language: flows.language })
    .from(flows)
    .where(viewer.teams === 'all' ? sql`true` : inArray(flows.teamId, [...viewer.teams]))
    .orderBy(flows.title, flows.id)
}
