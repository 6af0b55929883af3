import { shortcutOf } from '../key-pressed'
import { ownValue } from '../own-value'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'

/** Keys by which one moves here, as long as they are held; not while somebody types, or has switched them off. */
export function useMoveKeys(moves: Record<string, () => void>) {
  useKeys((event) => {
    const move = ownValue(moves, shortcutOf(event) ?? '')
    if (!move || isTyping(event) || shortcutsOff.get()) return
    event.preventDefault()
    move()
  }, Object.keys(moves))
}
