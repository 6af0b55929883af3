import type { Queue, QueueItem } from '@/lib/queue/queue'

const FLOW = { id: 'f', title: 'Nights' }

/** Of these interviews, all of one flow; the first is the place to go on at. */
export function queueOf(...ids: string[]): Queue {
  const items = ids.map((interviewId): QueueItem => ({
    ...{ interviewId, candidate: { name: interviewId, email: null }, flow: FLOW, talk: 1, begins: 0, progress: 'new' },
    ...{ share: null, dueOn: null, asks: [], hasRecording: true, hasVideo: false, isSkipped: false },
  }))
  const flows = [{ ...FLOW, done: 0, total: ids.length, dueOn: null }]
  const sitting = { judged: 0, skipped: 0 }
  return { items, total: ids.length, estimateSeconds: 1, pace: 'own', flows, place: ids[0] ?? null, sitting }
}

export const idsOf = ({ items }: Queue) => items.map(({ interviewId }) => interviewId)
