'use client'

import { useEffect } from 'react'
import { shortcutOf } from '../key-pressed'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useFocusTaker } from '../ui/use-loaded'
import { useKeys } from '../use-keys'
import { keysOpen, useKeysOpen } from './keys-open'

const load = () => import('./keys-dialog').then(({ KeysDialog }) => KeysDialog)

/** The list of all keys, which ? opens on every page. Its script comes when the page has long been there. */
export function KeysHelp() {
  const open = useKeysOpen()
  const [KeysDialog] = useFocusTaker(load, open, () => keysOpen.set(false))
  useKeys((event) => {
    if (shortcutOf(event) !== '?' || isTyping(event) || shortcutsOff.get()) return
    event.preventDefault()
    keysOpen.set(true)
  })
  useEffect(() => () => keysOpen.set(false), [])
  return KeysDialog && open && <KeysDialog onClose={() => keysOpen.set(false)} />
}
