import 'server-only'
import { inArray, or, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows, interviews } from '../db/schema/interviews'
import { visibleTo } from '../interviews/visible'
import type { Flow } from './flow'

/** Those of the viewer's teams and those of interviews they see; archived ones too. In the order of their titles. */
export function listFlows(viewer: Viewer): Promise<Flow[]> {
  return db()
    .select({ id: flows.id, title: flows.title, teamId: flows.teamId, language: flows.language })
    .from(flows)
    .where(viewer.teams === 'all' ? sql`true` : or(inArray(flows.teamId, [...viewer.teams]), hasInterviews(viewer)))
    .orderBy(flows.title, flows.id)
}

function hasInterviews(viewer: Viewer) {
  return inArray(flows.id, db().select({ id: interviews.flowId }).from(interviews).where(visibleTo(viewer)))
}
