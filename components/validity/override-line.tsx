import type { ReactNode } from 'react'
import { memberLabel } from '@/lib/members/member'
import type { ScoreOverride } from '@/lib/validity/validity'

type Props = { override: ScoreOverride; children?: ReactNode }

/** Who holds a score to be wrong, and why. */
export function OverrideLine({ override: { by, reason, isMine }, children }: Props) {
  return (
    <p className="text-xs wrap-anywhere text-muted">
      <span className="text-warn">Wrong</span> says <bdi>{isMine ? 'you' : memberLabel(by)}</bdi>:{' '}
      <span dir="auto">{reason}</span>
      {children}
    </p>
  )
}
