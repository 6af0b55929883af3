'use client'

import { useEffect, type ReactNode } from 'react'
import { drawAnew } from './draw-anew'
import { useInBrowser } from './in-browser'
import { tabMember } from './tab-member'

/**
 * What the server drew for this member, null for a stranger. A page that is gone to without loading the tab anew comes under a shell, and beside
 * answers, of whoever was signed in before: where that was somebody else, nothing of it is shown and the tab is loaded anew.
 */
export function DrawnFor({ memberId, children }: { memberId: string | null; children: ReactNode }) {
  const isTabs = useInBrowser(() => {
    const member = tabMember()
    return !member || member.id === memberId
  }, true)
  useEffect(() => {
    if (!isTabs) drawAnew()
  }, [isTabs])
  return isTabs ? children : null
}
