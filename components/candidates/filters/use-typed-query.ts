import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'

/** Milliseconds: letters that follow each other faster are a key that is held, or are not typed by hand. */
const STROKE_MS = 60
/** Milliseconds for which a word of one letter waits: mostly it is the beginning of another. */
const LETTER_MS = 200
/** Milliseconds after which what is typed by then is searched for whether or not there was an answer: there may never be one. */
const PATIENCE_MS = 1_000
const ENDS_WITH_LETTER = /(?:^|\s)\S$/

/** `isAnswered` is whether the list that the address names has been read, or cannot be. */
export type Searching = { query: string; isAnswered: boolean; onSearch: (query: string) => void }

/**
 * What is typed, and searches for it: at once, but for one thing at a time, and then for what is typed by then. `query` is what the
 * address names, some time after it was searched for; whatever else changes that is what stands in the box.
 */
export function useTypedQuery({ query, isAnswered, onSearch }: Searching) {
  const [{ text, waitMs }, setTyped] = useState({ text: query, waitMs: 0 })
  const [asked, setAsked] = useState(query)
  const [named, setNamed] = useState(query)
  const [isAsking, begin] = useTransition()
  const lastAt = useRef(-Infinity)
  if (named !== query) {
    setNamed(query)
    if (asked !== query) {
      setAsked(query)
      setTyped({ text: query, waitMs: 0 })
    }
  }

  const wanted = text.trim()
  const search = (sought: string) => {
    if (sought === asked) return
    setAsked(sought)
    begin(() => onSearch(sought))
  }
  const searchSoon = useEffectEvent(search)
  const isFree = isAnswered && !isAsking
  useEffect(() => {
    const timer = setTimeout(() => searchSoon(wanted), isFree ? waitMs : PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isFree, wanted, waitMs])

  /** `at` is in milliseconds, as events tell it. */
  const type = (typed: string, at: number) => {
    const isHasty = at - lastAt.current < STROKE_MS
    lastAt.current = at
    setTyped({ text: typed, waitMs: ENDS_WITH_LETTER.test(typed) ? LETTER_MS : isHasty ? STROKE_MS : 0 })
  }
  return { typed: text, type, searchNow: () => search(wanted) }
}
