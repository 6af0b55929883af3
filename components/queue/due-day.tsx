'use client'

import { useInBrowser } from '../in-browser'
import { dueWords, localDay } from './due-words'

/** By when something is wanted; until the page is alive by the server's day, in its language. */
export function DueDay({ dueOn, drawnAt }: { dueOn: string; drawnAt: number }) {
  const text = useInBrowser(
    () => dueWords(dueOn, localDay(new Date())).text,
    dueWords(dueOn, new Date(drawnAt).toISOString().slice(0, 10), 'en').text,
  )
  return <span className={text.endsWith('overdue') ? 'whitespace-nowrap text-warn' : 'whitespace-nowrap'}>{text}</span>
}
