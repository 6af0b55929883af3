'use client'

import type { RefObject } from 'react'
import { shortcutOf } from '../key-pressed'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'

/**
 * j and k move on from the row in which the focus is, Home and End to the first and the last that are shown, / goes to the
 * search; Enter opens what has the focus, being a link.
 */
export function useListKeys(list: RefObject<HTMLElement | null>) {
  useKeys(
    (event) => {
      const act = ACTIONS[shortcutOf(event) ?? '']
      if (!act || isTyping(event) || shortcutsOff.get() || !list.current) return
      event.preventDefault()
      act(list.current)
    },
    ['j', 'k'],
  )
}

export function focusSearch() {
  document.querySelector<HTMLInputElement>('[data-search]')?.focus()
}

const ACTIONS: Record<string, (list: HTMLElement) => void> = {
  '/': focusSearch,
  j: (list) => move(list, (current) => current + 1),
  k: (list) => move(list, (current) => current - 1),
  Home: (list) => move(list, () => 0),
  End: (list) => move(list, () => Infinity),
}

function move(list: HTMLElement, to: (current: number) => number) {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('tbody td:first-child > a')]
  const here = document.activeElement?.closest('tr')
  const current = links.findIndex((link) => link.closest('tr') === here)
  const place = current < 0 ? Math.min(to(-1), links.length) : to(current)
  const target = links[Math.min(links.length - 1, Math.max(0, place))]
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}
