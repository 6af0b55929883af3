'use client'

import { useState } from 'react'
import { usePlayback } from '../../player/playback-context'
import { usePlayerKeys } from '../../player/use-player-keys'
import { useShortcuts } from '../../player/use-shortcuts'
import { Button } from '../../ui/button'
import { useLoaded } from '../../ui/use-loaded'
import { useAnswers } from '../answers-context'
import { useListeningChoices } from '../use-listening'
import { useCompose } from '../notes/use-compose'

const load = () => import('./keys-dialog').then(({ KeysDialog }) => KeysDialog)

/** The keys of the review, and the dialog that lists all keys and can switch them off. */
export function Shortcuts() {
  const playback = usePlayback()
  const [open, setOpen] = useState(false)
  const [KeysDialog, ask] = useLoaded(load)
  const compose = useCompose()
  const help = () => {
    ask()
    setOpen(true)
  }
  usePlayerKeys({ questions: useAnswers(), choices: useListeningChoices() })
  useShortcuts({ c: () => compose({ at: playback.time, quote: null }), '?': help })
  return (
    <>
      <Button look="quiet" size="small" aria-haspopup="dialog" className="max-lg:hidden" onClick={help}>
        Keys
      </Button>
      {KeysDialog && open && <KeysDialog onClose={() => setOpen(false)} />}
    </>
  )
}
