'use client'

import { ago } from './ago'
import { tellExactTime } from './exact-time'
import { useInBrowser } from './in-browser'
import { useReaderDates } from './reader-dates'

type Props = { at: string; now: number }

/** Relative, with the exact time on hover; `now` is the server's, and until the page is alive its language too, unless the reader has chosen one. */
export function TimeAgo({ at, now }: Props) {
  const { language } = useReaderDates()
  const locale = useInBrowser(() => language ?? browsersLocale(), language ?? 'en')
  return (
    <time dateTime={at} lang={locale} suppressHydrationWarning onPointerEnter={tellExactTime(at)}>
      {ago(at, now, locale)}
    </time>
  )
}

let known: string | undefined

/** Of all English `en`, as the server has it: its ages are the same everywhere, so nothing is drawn again for them. */
function browsersLocale(): string {
  known ??= new Intl.DateTimeFormat().resolvedOptions().locale.replace(/^en-.*/, 'en')
  return known
}
