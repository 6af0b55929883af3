'use client'

import { X } from '../ui/icons'
import { useEffect, useState } from 'react'
import type { Tone } from '@/lib/mirror/trouble'
import { IconButton } from '../ui/icon-button'
import { PageLink } from '../ui/page-link'
import { useConnectivity } from '../use-connectivity'
import { dismissed, useDismissed } from './dismissed'
import { useTrouble } from './use-trouble'

type Props = {
  /** Of its room, where what follows has none above itself. */
  className?: string
}

/** Under a page's header: what is wrong and what can be done about it, until it is over or its reader has put it away. */
export function TroubleLine({ className = '' }: Props) {
  const trouble = useTrouble()
  const putAway = useDismissed()
  const { is } = useConnectivity()
  // What the page began with keeps its room until the page is left; what comes later lies over it: nothing jumps.
  const [first] = useState(trouble?.key === putAway ? null : trouble)
  useEffect(() => {
    if (is === 'online' && !trouble) dismissed.forget()
  }, [is, trouble])

  const told = trouble ?? first
  if (!told || told.key === putAway) return null
  return (
    <div className={first ? className : OVER}>
      <div
        role="status"
        className={`${LINE} ${GROUND[trouble?.tone ?? 'information']} ${first ? 'border-b border-line' : 'rounded-md shadow-float'}`}
      >
        <p className="min-w-0 flex-1 wrap-anywhere">
          {trouble ? (
            <>
              <strong className="font-medium">{told.cause}</strong> {told.wayOut}
              {told.more && (
                <PageLink href={told.more} className="ml-1 underline">
                  Connection
                </PageLink>
              )}
            </>
          ) : (
            'That is over.'
          )}
        </p>
        <IconButton label="Put away" className="-my-1 -mr-2" onClick={() => dismissed.set(told.key)}>
          <X size={14} />
        </IconButton>
      </div>
    </div>
  )
}

const LINE = 'flex items-center gap-3 px-4 py-1.5 text-xs lg:px-6 print:hidden'
const GROUND: Record<Tone, string> = { warning: 'bg-warn-soft', information: 'bg-raised text-muted' }
/** On a narrow screen wherever the page is scrolled to. */
const OVER =
  'appear-late relative z-20 h-0 *:absolute *:top-1 *:right-2 *:w-max *:max-w-[min(36rem,calc(100%-1rem))] max-lg:fixed max-lg:inset-x-0 max-lg:top-12 max-lg:z-30'
