'use client'

import { useState, useSyncExternalStore } from 'react'
import { formerMember, stuck } from '../draw-anew'
import { useInBrowser } from '../in-browser'
import { Button } from '../ui/button'

/** Says that somebody else than before is signed in. */
export function AnotherMember({ email }: { email: string }) {
  const former = useInBrowser(formerMember, null)
  const isStuck = useSyncExternalStore(stuck.onChange, stuck.get, () => false)
  const [isRead, setRead] = useState(false)
  if (isStuck) {
    return (
      <div role="alert" className={BOX}>
        <p className="min-w-0 flex-1">
          Somebody else is signed in here now, and this browser keeps nothing: copy what you have written, then load the
          page anew.
        </p>
        <Button size="small" className="text-xs" onClick={() => window.location.reload()}>
          Load anew
        </Button>
      </div>
    )
  }
  if (!former || former.email === email || isRead) return null
  return (
    <div role="status" className={BOX}>
      <p className="min-w-0 flex-1 wrap-anywhere">
        You are signed in as {email} here now.
        {former.keepsWriting && ` What ${former.email} was writing is kept here for them.`}
      </p>
      <Button size="small" className="text-xs" onClick={() => setRead(true)}>
        OK
      </Button>
    </div>
  )
}

const BOX =
  'flex items-start gap-2 border-b border-line bg-raised px-4 py-2 text-xs lg:rounded-md lg:border-0 lg:shadow-float print:hidden'
