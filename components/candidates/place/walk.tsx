'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import type { Neighbours } from '@/lib/interviews/list/list'
import { useCommands, type Command } from '../../palette/offered-commands'
import { rememberOpened } from '../../palette/recent'
import { shortcutOf } from '../../key-pressed'
import { shortcutsOff } from '../../shortcuts-setting'
import { isTyping } from '../../typing'
import { useKeys } from '../../use-keys'
import { rememberVisited } from './kept-places'
import { walkHome } from './walk-home'
import { walkTo } from './walk-state'

type Props = { id: string; neighbours: Neighbours | null; search: string }

/** On a candidate's page: [ and ] walk the list that it was opened from, which will know where the reader has been; how this one is listened to goes along. */
export function Walk({ id, neighbours, search }: Props) {
  const router = useRouter()
  const commands = useMemo(() => {
    const go = (to: string | null | undefined) => to && router.push(walkTo(to, search))
    const step = (name: string, key: string, to: string | null | undefined): Command[] =>
      to ? [{ id: `walk ${key}`, label: `${name} candidate`, key, run: () => void go(to) }] : []
    return [
      ...step('Next', ']', neighbours?.next),
      ...step('Previous', '[', neighbours?.previous),
      { id: 'list', label: walkHome(search).back, run: () => router.push(walkHome(search).href) },
    ]
  }, [router, neighbours?.next, neighbours?.previous, search])
  useCommands('walk', commands)

  useEffect(() => {
    rememberOpened(id)
    rememberVisited(search, id)
  }, [search, id])
  useKeys(
    (event) => {
      const pressed = shortcutOf(event)
      if (pressed === null || isTyping(event) || shortcutsOff.get()) return
      void commands.find(({ key }) => key === pressed)?.run()
    },
    ['[', ']'],
  )
  return null
}
