import type { Queue } from '@/lib/queue/queue'

/** Where somebody goes on with their queue, and what that is called. */
export type GoOn = { interviewId: string; label: 'Start' | 'Go on' }

/** At who was opened last, else at the first; null where nothing waits. */
export function goOnOf({ place, items }: Pick<Queue, 'place' | 'items'>): GoOn | null {
  if (place !== null) return { interviewId: place, label: 'Go on' }
  const [first] = items
  return first ? { interviewId: first.interviewId, label: 'Start' } : null
}
