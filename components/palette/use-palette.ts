import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import useSWRImmutable from 'swr/immutable'
import type { Flow } from '@/lib/flows/flow'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { choicesFor, type Choice, type Destination } from './choices'
import { useOfferedCommands } from './offered-commands'
import { paletteOpen } from './palette-open'
import { useFoundCandidates } from './use-found-candidates'

/** What is typed, what that offers, and which of it Enter chooses. */
export function usePalette(places: Destination[]) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { data: flows = [] } = useSWRImmutable<Flow[]>(swrKeys.flows, fetchJson)
  const { candidates, error, isSettling } = useFoundCandidates(typed)
  const commands = useOfferedCommands()
  const groups = choicesFor({ typed, candidates, flows, places, commands, go: (href) => router.push(href) })
  const choices = groups.flatMap((group) => group.choices)
  const active = choices.find(({ id }) => id === marked) ?? choices[0]

  const choose = async (choice: Choice) => {
    try {
      if (choice.isSlow) await choice.run()
      // Gone before it runs, so that what it gives the focus to keeps it.
      flushSync(() => paletteOpen.set(false))
      if (!choice.isSlow) await choice.run()
    } catch (reason) {
      if (!(reason instanceof RequestFailed)) throw reason
      setFailure(reason.message)
    }
  }
  const enter = useEnter({ active, isSettling, choose })

  return {
    typed,
    type: (text: string) => {
      setTyped(text)
      setMarked(null)
      setFailure(null)
      enter.forget()
    },
    groups,
    active,
    mark: (choice: Choice) => setMarked(choice.id),
    move: (by: number) => {
      const at = active ? choices.indexOf(active) : 0
      setMarked(choices[(at + by + choices.length) % choices.length]?.id ?? null)
    },
    enter: enter.press,
    choose: (choice: Choice) => void choose(choice),
    failure: failure ?? error?.message ?? null,
    isSettling,
  }
}

type Enter = { active: Choice | undefined; isSettling: boolean; choose: (choice: Choice) => Promise<void> }

/** Who types a name and presses Enter before it has been found means the one that will be found. */
function useEnter({ active, isSettling, choose }: Enter) {
  const isPressed = useRef(false)
  const chooseActive = useEffectEvent(() => {
    if (isPressed.current && active) void choose(active)
    isPressed.current = false
  })
  useEffect(() => {
    if (!isSettling) chooseActive()
  }, [isSettling])

  return {
    press: () => {
      if (isSettling) isPressed.current = true
      else if (active) void choose(active)
    },
    forget: () => {
      isPressed.current = false
    },
  }
}
