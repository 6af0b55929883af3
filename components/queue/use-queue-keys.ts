import type { RefObject } from 'react'
import { shortcutOf } from '../key-pressed'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'

type Keys = { list: RefObject<HTMLElement | null>; start: () => void; back: () => void }

/** S, and Enter where nothing has the focus that it would press, go on with the queue; j and k move through it, u goes back to who was left last. */
export function useQueueKeys({ list, start, back }: Keys) {
  useKeys(
    (event) => {
      const pressed = shortcutOf(event)
      if (pressed === null || isTyping(event) || shortcutsOff.get()) return
      if (pressed === 's' || (pressed === 'Enter' && !isPressed(event.target))) start()
      else if (pressed === 'u') back()
      else if (pressed === 'j') move(list.current, 1)
      else if (pressed === 'k') move(list.current, -1)
      else return
      event.preventDefault()
    },
    ['j', 'k'],
  )
}

function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary') !== null
}

function move(list: HTMLElement | null, by: number) {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))
  rows[to]?.focus({ preventScroll: true })
  rows[to]?.scrollIntoView({ block: 'nearest' })
}
