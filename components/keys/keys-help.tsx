'use client'

import { useEffect } from 'react'
import { shortcutOf } from '../key-pressed'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useLoaded } from '../ui/use-loaded'
import { useKeys } from '../use-keys'
import { keysOpen, useKeysOpen } from './keys-open'

const load = async () => {
  try {
    return (await import('./keys-dialog')).KeysDialog
  } catch (error) {
    // So that the next press asks for it again.
    keysOpen.set(false)
    throw error
  }
}

/** The list of all keys, which ? opens on every page. Its script comes when it is asked for. */
export function KeysHelp() {
  const open = useKeysOpen()
  const [KeysDialog] = useLoaded(load, open)
  useKeys((event) => {
    if (shortcutOf(event) !== '?' || isTyping(event) || shortcutsOff.get()) return
    event.preventDefault()
    keysOpen.set(true)
  })
  useEffect(() => () => keysOpen.set(false), [])
  return KeysDialog && open && <KeysDialog onClose={() => keysOpen.set(false)} />
}
