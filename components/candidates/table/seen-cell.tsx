'use client'

import { useAgo } from '../../time-ago'

type Props = { at: string; now: number; isAlive: boolean }

/** How long ago its row was first seen; use-row-titles.ts says the exact time. */
export function SeenCell({ at, now, isAlive }: Props) {
  const { words, language } = useAgo(at, now)
  return (
    <td className="seen" data-at={isAlive ? at : undefined} lang={language} suppressHydrationWarning>
      {words}
    </td>
  )
}
