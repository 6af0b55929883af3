import { interviewUrl } from '@/lib/interviews/interview-url'
import type { Queue } from '@/lib/queue/queue'
import { fetchJson } from '../fetch-json'
import { ShownOutbox } from './shown-outbox'
import { changeQueue } from './use-queue'

/** One that was skipped stands behind all others. */
export function withSkipped(queue: Queue, id: string): Queue {
  const skipped = queue.items.filter(({ interviewId }) => interviewId === id)
  const rest = queue.items.filter(({ interviewId }) => interviewId !== id)
  const { judged, skipped: before } = queue.sitting
  return {
    ...queue,
    items: [...rest, ...skipped.map((item) => ({ ...item, isSkipped: true }))],
    sitting: { judged, skipped: before + skipped.filter(({ isSkipped }) => !isSkipped).length },
  }
}

/** Throws RequestFailed. */
export async function sendSkip(id: string): Promise<void> {
  changeQueue((queue) => withSkipped(queue, id))
  await fetchJson(skipUrl(id), { method: 'PUT' })
}

/** Throws RequestFailed. */
export async function sendUnskip(id: string): Promise<void> {
  await fetchJson(skipUrl(id), { method: 'DELETE' })
}

/** Throws RequestFailed. */
function sendShown(interviewId: string, isPlace: boolean) {
  return fetchJson('/api/review/queue/place', { method: 'PUT', body: JSON.stringify({ interviewId, isPlace }) })
}

/** It stays where it is from one candidate to the next. */
export const shownInQueue = new ShownOutbox(sendShown)

function skipUrl(id: string): string {
  return interviewUrl(id).replace('/api/interviews', '/api/review/queue/skips')
}
