'use client'

import { ago } from './ago'
import { useHydrated } from './hydrated'

type Props = { at: string; now: number }

/** Relative, with the exact time in the reader's own locale on hover; `now` is the server's, so both render the same. */
export function TimeAgo({ at, now }: Props) {
  const exact = useHydrated() ? new Date(at).toLocaleString() : undefined
  return (
    <time dateTime={at} title={exact}>
      {ago(at, now)}
    </time>
  )
}
