'use client'

import { useInBrowser } from '../in-browser'
import { useReaderDates } from '../reader-dates'
import { dueWords, localDay } from './due-words'

/** `isOnlyOverdue`: a day that is still to come is said elsewhere. */
type Props = { dueOn: string; drawnAt: number; isOnlyOverdue?: boolean }

/** By when something is wanted; in the reader's words and by their day, until the page is alive by the server's unless they have chosen. */
export function DueDay({ dueOn, drawnAt, isOnlyOverdue = false }: Props) {
  const { language, timeZone } = useReaderDates()
  const text = useInBrowser(
    () => dueWords(dueOn, localDay(new Date(), timeZone), language ?? undefined).text,
    dueWords(dueOn, localDay(new Date(drawnAt), timeZone ?? 'UTC'), language ?? 'en').text,
  )
  const isOverdue = text.endsWith('overdue')
  if (isOnlyOverdue && !isOverdue) return null
  return (
    <span suppressHydrationWarning className={isOverdue ? 'whitespace-nowrap text-warn' : 'whitespace-nowrap'}>
      {text}
    </span>
  )
}
