import type { Queue } from '@/lib/queue/queue'

/** How long what waits takes: by the member's own pace, or in seconds of speech while that is not known. Null for nothing. */
export function estimateWords({ estimateSeconds, pace, total }: Pick<Queue, 'estimateSeconds' | 'pace' | 'total'>) {
  if (total === 0 || estimateSeconds === 0) return null
  const time = roundTime(estimateSeconds)
  return pace === 'own' ? (time === null ? 'under a minute' : `about ${time}`) : `${time ?? 'under a minute'} of speech`
}

function roundTime(seconds: number): string | null {
  const minutes = Math.round(seconds / 60)
  if (minutes === 0) return null
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`
}
