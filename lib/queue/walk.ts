import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { InterviewId } from '../interviews/interview-id'
import type { InterviewFilter } from '../interviews/list/filter'
import type { Neighbours } from '../interviews/list/list'
import { findNeighbours } from '../interviews/list/queries'
import { findQueueNeighbours } from './queries'

/** How an interview's page is asked for: out of a queue or the list of a filter, as a whole page or by going there within Debrief. */
type AskedFor = { saysQueue: boolean; isDocument: boolean; filter: InterviewFilter }

type Walk = { isInQueue: boolean; neighbours: Neighbours | null }

/** Along what its reader walks on from an interview. An address out of a colleague's queue leads into nobody's. */
export async function findWalk(
  viewer: Viewer,
  id: InterviewId,
  { saysQueue, isDocument, filter }: AskedFor,
): Promise<Walk> {
  if (saysQueue) {
    const neighbours = await findQueueNeighbours(viewer, null, id)
    if (neighbours.position > 0 || !isDocument) return { isInQueue: true, neighbours }
  }
  return { isInQueue: false, neighbours: await findNeighbours(viewer, filter, id) }
}
