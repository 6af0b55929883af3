import { digitPlaced, shortcutOf } from '../key-pressed'
import { ownValue } from '../own-value'
import { useShortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'
import { director } from './director'
import { usePlayback } from './playback-context'

type Actions = Record<string, (event: KeyboardEvent) => void>

/**
 * What each key does, by what `shortcutOf` says of it: while they are not switched off, and this recording is the one that was used
 * last. Those of `moving` do it as long as they are held.
 */
export function useShortcuts(actions: Actions, moving?: readonly string[]) {
  const playback = usePlayback()
  const off = useShortcutsOff()
  useKeys((event) => {
    const act = [shortcutOf, digitPlaced].map((read) => ownValue(actions, read(event) ?? '')).find(Boolean)
    if (!act || off || isTyping(event) || operates(event) || !director.isInUse(playback)) return
    event.preventDefault()
    act(event)
  }, moving)
}

/** What has the focus keeps the keys that it has a use for itself; `FocusModality` takes Space from what a pointer pressed last. */
const OWN_KEYS: Record<string, string> = {
  ' ': 'button, a, [type=checkbox], [role=tab]',
  ArrowLeft: 'input, [role=tab]',
  ArrowRight: 'input, [role=tab]',
}

function operates({ key, target }: KeyboardEvent): boolean {
  const owners = OWN_KEYS[key]
  return owners !== undefined && target instanceof Element && target.closest(owners) !== null
}
