'use client'

import { useEffect, useMemo } from 'react'
import { keyPressed } from '../key-pressed'
import { keysOpen } from '../keys/keys-open'
import { useSignOut } from '../sign-in/sign-out-context'
import { useFocusTaker } from '../ui/use-loaded'
import { useKeys } from '../use-keys'
import type { Destination } from './choices'
import { EVERYWHERE, useCommands, type Command } from './offered-commands'
import { paletteOpen, usePaletteOpen } from './palette-open'

const load = () => import('./palette-dialog').then(({ PaletteDialog }) => PaletteDialog)

/** ⌘K or Ctrl-K from anywhere, while typing too. Its script comes when the page has long been there. */
export function Palette({ places }: { places: Destination[] }) {
  const open = usePaletteOpen()
  const [PaletteDialog] = useFocusTaker(load, open, () => paletteOpen.set(false))
  const { leave } = useSignOut()
  const commands = useMemo<Command[]>(
    () => [
      { id: 'keys', label: 'List the keys', key: '?', run: () => keysOpen.set(true) },
      { id: 'sign-out', label: 'Sign out', isSlow: true, run: leave },
    ],
    [leave],
  )
  useCommands(EVERYWHERE, commands)
  useKeys((event) => {
    if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || keyPressed(event) !== 'k') return
    event.preventDefault()
    paletteOpen.toggle()
  })
  useEffect(() => () => paletteOpen.set(false), [])
  return PaletteDialog && open && <PaletteDialog places={places} />
}
