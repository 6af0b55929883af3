'use client'

import { useUnseenMentions } from './use-unseen-mentions'

/** How many notes that name this member are new. `className` says where it stands. */
export function UnseenBadge({ className }: { className: string }) {
  const unseen = useUnseenMentions()
  if (unseen === 0) return null
  return (
    <span className={`${className} rounded-full bg-accent px-1.5 text-2xs font-medium text-on-accent numeric`}>
      {unseen}
      <span className="sr-only"> new</span>
    </span>
  )
}
