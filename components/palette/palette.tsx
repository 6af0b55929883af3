'use client'

import { useEffect } from 'react'
import { signOut } from '../sign-in/requests'
import { keyPressed } from '../key-pressed'
import { useLoaded } from '../ui/use-loaded'
import type { Place } from './choices'
import { useCommands, type Command } from './offered-commands'
import { paletteOpen, usePaletteOpen } from './palette-open'

const load = () => import('./palette-dialog').then(({ PaletteDialog }) => PaletteDialog)
const IDLE_MS = 2_000

const EVERYWHERE: Command[] = [
  {
    id: 'sign-out',
    label: 'Sign out',
    isSlow: true,
    run: async () => {
      await signOut()
      window.location.assign('/sign-in')
    },
  },
]

/** ⌘K or Ctrl-K from anywhere, while typing too. Its script comes when the page has long been there. */
export function Palette({ places }: { places: Place[] }) {
  const open = usePaletteOpen()
  const [PaletteDialog, ask] = useLoaded(load, open)
  useCommands('everywhere', EVERYWHERE)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || keyPressed(event) !== 'k') return
      event.preventDefault()
      paletteOpen.toggle()
    }
    window.addEventListener('keydown', press)
    const early = setTimeout(ask, IDLE_MS)
    return () => {
      window.removeEventListener('keydown', press)
      clearTimeout(early)
      paletteOpen.set(false)
    }
  }, [ask])
  return PaletteDialog && open && <PaletteDialog places={places} />
}
