'use client'

import { ago } from './ago'
import { tellExactTime } from './exact-time'
import { useInBrowser } from './in-browser'

type Props = { at: string; now: number }

/** Relative, with the exact time on hover; `now` is the server's, and until the page is alive its language too. */
export function TimeAgo({ at, now }: Props) {
  const locale = useInBrowser(readersLocale, 'en')
  return (
    <time dateTime={at} lang={locale} onPointerEnter={tellExactTime(at)}>
      {ago(at, now, locale)}
    </time>
  )
}

function readersLocale() {
  return new Intl.DateTimeFormat().resolvedOptions().locale
}
