'use client'

import { useState } from 'react'
import { shortcutOf } from '../key-pressed'
import { shortcutsOff, useShortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { Button } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'
import { useKeys } from '../use-keys'
import type { InvitePeopleProps } from './invite-sheet'

const load = () => import('./invite-sheet').then(({ InviteSheet }) => InviteSheet)

/** Opens the sheet, as I does. */
export function InvitePeople(props: InvitePeopleProps) {
  const [isOpen, setOpen] = useState(false)
  const off = useShortcutsOff()
  const [InviteSheet] = useFocusTaker(load, isOpen, () => setOpen(false))
  useKeys((event) => {
    if (shortcutOf(event) !== 'i' || isTyping(event) || shortcutsOff.get()) return
    event.preventDefault()
    setOpen(true)
  })
  return (
    <>
      <Button
        look="primary"
        aria-haspopup="dialog"
        aria-keyshortcuts={off ? undefined : 'i'}
        onClick={() => setOpen(true)}
      >
        Invite people
        {!off && (
          <kbd
            aria-hidden="true"
            className="rounded border border-current px-1 font-sans text-2xs opacity-75 pointer-coarse:hidden"
          >
            I
          </kbd>
        )}
      </Button>
      {isOpen && InviteSheet && <InviteSheet {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
