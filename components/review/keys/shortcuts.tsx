'use client'

import { useState } from 'react'
import { usePlayerKeys } from '../../player/use-player-keys'
import { useShortcuts } from '../../player/use-shortcuts'
import { shortcutsOff, useShortcutsOff } from '../../shortcuts-setting'
import { Button } from '../../ui/button'
import { useLoaded } from '../../ui/use-loaded'
import { useAnswers } from '../answers-context'
import { useListeningChoices } from '../use-listening'
import { useCompose } from '../notes/use-compose'
import { useHere } from '../notes/use-here'
import { useVoteCommands } from './use-vote-commands'

const load = () => import('./keys-dialog').then(({ KeysDialog }) => KeysDialog)

/** The keys of the review, and the dialog that lists all keys and can switch them off; while they are, this says so. */
export function Shortcuts() {
  const [open, setOpen] = useState(false)
  const [KeysDialog, ask] = useLoaded(load)
  const compose = useCompose()
  const { here } = useHere()
  const off = useShortcutsOff()
  const help = () => {
    ask()
    setOpen(true)
  }
  usePlayerKeys({ questions: useAnswers(), choices: useListeningChoices() })
  useVoteCommands()
  useShortcuts({ c: () => compose(here()), '?': help })
  return (
    <>
      {off && (
        <span className="flex items-center pl-2 text-xs whitespace-nowrap text-warn pointer-coarse:hidden">
          Keys are off
          <Button look="quiet" size="small" className="text-xs" onClick={() => shortcutsOff.set(false)}>
            Switch on
          </Button>
        </span>
      )}
      <Button look="quiet" size="small" aria-haspopup="dialog" className="max-lg:hidden" onClick={help}>
        Keys
      </Button>
      {KeysDialog && open && <KeysDialog onClose={() => setOpen(false)} />}
    </>
  )
}
