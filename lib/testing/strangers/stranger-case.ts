import type { Viewer } from '../../auth/viewer'
import type { InterviewId } from '../../interviews/interview-id'
import type { Scene } from './scene'

/** By the query or command: what it asks of one interview, and what of all that its reader sees. */
export type StrangerCases = {
  /** What a member has lost is answered like what does not exist. */
  aboutOne?: Record<string, (of: Viewer, id: InterviewId, scene: Scene) => Promise<unknown>>
  /** Nothing, once they see nothing any more. */
  ofAll?: Record<string, { ask: (of: Viewer, scene: Scene) => Promise<unknown>; nothing: unknown }>
}

/** Of a flow that has none of what its reader sees. */
export const NO_FLOW = { code: 'flow_not_found' }

export async function outcomeOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await asked }
  } catch (error) {
    return { code: (error as { code?: string }).code }
  }
}
