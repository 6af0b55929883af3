import type { ReactNode } from 'react'
import { memberLabel } from '@/lib/members/member'
import type { ScoreOverride } from '@/lib/validity/validity'

/** `about` is the score's name where this does not stand below the score. */
type Props = { override: ScoreOverride; about?: string; children?: ReactNode }

/** Who holds a score to be wrong, and why. On paper everybody has a name. */
export function OverrideLine({ override: { by, reason, isMine }, about = 'this', children }: Props) {
  return (
    <p className="text-xs wrap-anywhere text-muted">
      {isMine && <span className="print:hidden">You say</span>}
      <span className={isMine ? 'hidden print:inline' : ''}>
        <bdi>{memberLabel(by)}</bdi> says
      </span>{' '}
      {about} is <span className="text-warn">wrong</span>: <span dir="auto">{reason}</span>
      {children}
    </p>
  )
}
