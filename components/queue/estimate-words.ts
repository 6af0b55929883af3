import { secondsLeft, type Queue } from '@/lib/queue/queue'

type Estimated = Pick<Queue, 'estimateSeconds' | 'pace' | 'total' | 'items'>

/**
 * How long what waits takes: by the member's own pace, at the speed at which this browser plays (`rate`, 1 is as it was said), or in
 * seconds of speech while no pace is known. Null for nothing.
 */
export function estimateWords({ estimateSeconds, pace, total, items }: Estimated, rate: number): string | null {
  if (total === 0 || estimateSeconds === 0) return null
  if (pace === 'speech') return `${roundTime(estimateSeconds) ?? 'under a minute'} of speech`
  const played = playedShare(items)
  const time = roundTime(estimateSeconds * (played / rate + 1 - played))
  return `${time === null ? 'under a minute' : `about ${time}`}${rate === 1 || played === 0 ? '' : ` at ${rate}×`}`
}

/** How much of what is left has a recording: what is read takes as long at any speed. */
function playedShare(items: Queue['items']): number {
  const all = leftOf(items)
  return all === 0 ? 0 : leftOf(items.filter(({ hasRecording }) => hasRecording)) / all
}

function leftOf(items: Queue['items']): number {
  return items.reduce((seconds, item) => seconds + secondsLeft(item), 0)
}

function roundTime(seconds: number): string | null {
  const minutes = Math.round(seconds / 60)
  if (minutes === 0) return null
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`
}
