'use client'

import {
  createContext,
  useCallback,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { BEGINNING, indexAt, steppedFrom, type FoundPlace } from './found-place'
import { useTranscript } from './transcript-context'
import { TranscriptText, type Match } from './transcript-text'

type Find = {
  typed: string
  type: (text: string) => void
  matches: Match[]
  /** Index of the match that the reader was brought to; -1 for none yet. */
  current: number
  step: (by: 1 | -1) => void
  /** Another one whenever the reader has asked to be brought to a match. */
  goal: string
  input: RefObject<HTMLInputElement | null>
}

const NOTHING: Match[] = []
const FindContext = createContext<Find | null>(null)

type Props = { initial: string; children: ReactNode }

/** `initial` is what the list was searched for: it is marked, but the reader is not taken anywhere. */
export function FindProvider({ initial, children }: Props) {
  const { segments, times, corrections } = useTranscript()
  const [text, setText] = useState<TranscriptText | null>(null)
  const [isWanted, setWanted] = useState(initial !== '')
  const [typed, setTyped] = useState(initial)
  const [place, setPlace] = useState<FoundPlace | null>(null)
  const [steps, setSteps] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const wanted = useDeferredValue(typed)
  const matches = useMemo(() => (wanted && text ? text.find(wanted) : NOTHING), [text, wanted])
  const current = useMemo(() => indexAt(matches, place), [matches, place])

  const type = useCallback((next: string) => {
    setWanted(true)
    setTyped(next)
    setPlace(next ? BEGINNING : null)
  }, [])
  const step = useCallback(
    (by: 1 | -1) => {
      setPlace((from) => steppedFrom(matches, from, by))
      setSteps((taken) => taken + 1)
    },
    [matches],
  )
  const goal = `${steps} ${wanted}`
  // Read once it is drawn, and anew when it says something else.
  useEffect(() => {
    if (!isWanted) return undefined
    const drawn = requestAnimationFrame(() => setText(new TranscriptText(segments.allSaid())))
    return () => cancelAnimationFrame(drawn)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- What the page says depends on them.
  }, [isWanted, segments, times, corrections])

  const find = useMemo(
    () => ({ typed, type, matches, current, step, goal, input }),
    [typed, type, matches, current, step, goal],
  )
  return <FindContext value={find}>{children}</FindContext>
}

export function useFind(): Find {
  const find = useContext(FindContext)
  if (!find) throw new Error('useFind needs a FindProvider above it')
  return find
}
