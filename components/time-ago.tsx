'use client'

import { ago } from './ago'
import { tellExactTime } from './exact-time'
import { useInBrowser } from './in-browser'
import { useReaderDates } from './reader-dates'

type Props = { at: string; now: number }

/** Relative, with the exact time on hover. */
export function TimeAgo({ at, now }: Props) {
  const { words, language } = useAgo(at, now)
  return (
    <time dateTime={at} lang={language} suppressHydrationWarning onPointerEnter={tellExactTime(at)}>
      {words}
    </time>
  )
}

/**
 * How long before `now` an ISO instant was; `now` is the server's, and until the page is alive its language too, unless the reader
 * has chosen one. `language` is that of the words where it is not the interface's own.
 */
export function useAgo(at: string, now: number): { words: string; language: string | undefined } {
  const { language } = useReaderDates()
  const locale = useInBrowser(() => language ?? browsersLocale(), language ?? 'en')
  return { words: ago(at, now, locale), language: locale === 'en' ? undefined : locale }
}

let known: string | undefined

/** Of all English `en`, as the server has it: its ages are the same everywhere, so nothing is drawn again for them. */
function browsersLocale(): string {
  known ??= new Intl.DateTimeFormat().resolvedOptions().locale.replace(/^en-.*/, 'en')
  return known
}
