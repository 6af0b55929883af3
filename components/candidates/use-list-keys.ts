'use client'

import { useEffect, type RefObject } from 'react'
import { shortcutsOff } from '../shortcuts-setting'
import { isTyping } from '../typing'

/** j and k move through the rows, / goes to the search; Enter opens what has the focus, being a link. */
export function useListKeys(list: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || shortcutsOff.get() || !list.current) return
      if (event.key === '/') {
        event.preventDefault()
        list.current.querySelector<HTMLInputElement>('[data-search]')?.focus()
      }
      if (event.key === 'j' || event.key === 'k') move(list.current, event.key === 'j' ? 1 : -1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [list])
}

function move(list: HTMLElement, by: 1 | -1) {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('tbody a')]
  const current = links.findIndex((link) => link === document.activeElement)
  const target = links[current < 0 ? 0 : Math.min(links.length - 1, Math.max(0, current + by))]
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}
