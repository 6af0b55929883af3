'use client'

import { keysOpen } from '../../keys/keys-open'
import { usePlayerKeys } from '../../player/use-player-keys'
import { useShortcuts } from '../../player/use-shortcuts'
import { shortcutsOff, useShortcutsOff } from '../../shortcuts-setting'
import { Button } from '../../ui/button'
import { useAnswers } from '../answers-context'
import { useListeningChoices } from '../listening-context'
import { useCompose } from '../notes/use-compose'
import { useHere } from '../notes/use-here'
import { useVoteCommands } from './use-vote-commands'

/** The keys of the review, and the way to the list of all; while they are switched off, this says so. */
export function Shortcuts() {
  const compose = useCompose()
  const { here } = useHere()
  const off = useShortcutsOff()
  usePlayerKeys({ questions: useAnswers(), choices: useListeningChoices() })
  useVoteCommands()
  useShortcuts({ c: () => compose(here()) })
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
      <Button
        look="quiet"
        size="small"
        aria-haspopup="dialog"
        className="max-lg:hidden"
        onClick={() => keysOpen.set(true)}
      >
        Keys
      </Button>
    </>
  )
}
