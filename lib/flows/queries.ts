import 'server-only'
import { flowInScope } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { flows } from '../db/schema/interviews'
import type { Flow } from './flow'

/** Those of the reader's teams and those of interviews they see; archived ones too. In the order of their titles. */
export function listFlows(reader: Reader): Promise<Flow[]> {
  return db()
    .select({ id: flows.id, title: flows.title, teamId: flows.teamId, language: flows.language })
    .from(flows)
    .where(flowInScope(reader))
    .orderBy(flows.title, flows.id)
}
