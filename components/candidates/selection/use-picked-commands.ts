import { shortcutOf } from '../../key-pressed'
import { useCommands } from '../../palette/offered-commands'
import { shortcutsOff } from '../../shortcuts-setting'
import { isTyping } from '../../typing'
import { useKeys } from '../../use-keys'
import type { PickedAction } from './picked-actions'

/** Each by its letter, unless something is open that has letters of its own, and in the palette. */
export function usePickedCommands(actions: PickedAction[], act: (action: PickedAction) => void) {
  useKeys((event) => {
    if (isTyping(event) || shortcutsOff.get() || isInside(event.target)) return
    const action = actions.find(({ shortcut }) => shortcut === shortcutOf(event))
    if (!action) return
    event.preventDefault()
    act(action)
  })
  const commands = actions.map((action) => ({
    id: `picked ${action.key}`,
    label: `${action.label} what is selected`,
    key: action.shortcut,
    run: () => act(action),
  }))
  useCommands('picked', commands)
}

function isInside(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null
}
