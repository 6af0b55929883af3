'use client'

import { useEffect, useMemo } from 'react'
import { keyPressed } from '../key-pressed'
import { useSignOut } from '../sign-in/sign-out-context'
import { useLoaded } from '../ui/use-loaded'
import { useKeys } from '../use-keys'
import type { Destination } from './choices'
import { useCommands, type Command } from './offered-commands'
import { paletteOpen, usePaletteOpen } from './palette-open'

const load = () => import('./palette-dialog').then(({ PaletteDialog }) => PaletteDialog)
const IDLE_MS = 2_000

/** ⌘K or Ctrl-K from anywhere, while typing too. Its script comes when the page has long been there. */
export function Palette({ places }: { places: Destination[] }) {
  const open = usePaletteOpen()
  const [PaletteDialog, ask] = useLoaded(load, open)
  const { leave } = useSignOut()
  const commands = useMemo<Command[]>(() => [{ id: 'sign-out', label: 'Sign out', isSlow: true, run: leave }], [leave])
  useCommands('everywhere', commands)
  useKeys((event) => {
    if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || keyPressed(event) !== 'k') return
    event.preventDefault()
    paletteOpen.toggle()
  })
  useEffect(() => {
    const early = setTimeout(ask, IDLE_MS)
    return () => {
      clearTimeout(early)
      paletteOpen.set(false)
    }
  }, [ask])
  return PaletteDialog && open && <PaletteDialog places={places} />
}
