'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

const TYPING_PAUSE_MS = 200
const HELP =
  'Finds what was said, names, emails, flows, summaries and notes. “In quotes” is a phrase, -word leaves out; said: asked: name: flow: and note: look there alone.'

type Props = { query: string; onSearch: (query: string) => void }

/** Searches while typing; `/` comes here from anywhere on the page. */
export function SearchBox({ query, onSearch }: Props) {
  const [typed, setTyped] = useState(query)
  const [shown, setShown] = useState(query)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (shown !== query) {
    setShown(query)
    setTyped((current) => (current.trim() === query ? current : query))
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(text.trim()), TYPING_PAUSE_MS)
  }
  /** What is still waiting must not change the address under a navigation that a click has begun. */
  const searchNow = () => {
    clearTimeout(timer.current)
    if (typed.trim() !== query) onSearch(typed.trim())
  }

  return (
    <label className="relative block w-full lg:w-80">
      <span className="sr-only">Search every transcript</span>
      <Search
        size={14}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
      />
      <input
        type="search"
        data-search
        value={typed}
        maxLength={200}
        placeholder="Search every transcript"
        title={HELP}
        onChange={(event) => search(event.target.value)}
        onBlur={searchNow}
        className="h-8 w-full rounded-md border border-line bg-raised pr-2 pl-8 text-sm placeholder:text-faint focus-visible:outline-offset-0 max-lg:h-10 max-lg:text-base"
      />
    </label>
  )
}
