'use client'

import { useInBrowser } from '../in-browser'
import { useReaderDates } from '../reader-dates'
import { dueWords, localDay } from './due-words'

/** By when something is wanted; in the reader's words and by their day, until the page is alive by the server's unless they have chosen. */
export function DueDay({ dueOn, drawnAt }: { dueOn: string; drawnAt: number }) {
  const { language, timeZone } = useReaderDates()
  const text = useInBrowser(
    () => dueWords(dueOn, localDay(new Date(), timeZone), language ?? undefined).text,
    dueWords(dueOn, localDay(new Date(drawnAt), timeZone ?? 'UTC'), language ?? 'en').text,
  )
  return (
    <span
      suppressHydrationWarning
      className={text.endsWith('overdue') ? 'whitespace-nowrap text-warn' : 'whitespace-nowrap'}
    >
      {text}
    </span>
  )
}
