'use client'

import { Search } from '../../ui/icons'
import { useTypedQuery, type Searching } from './use-typed-query'

const HELP =
  'Finds what was said, names, emails, flows, summaries and notes. “In quotes” is a phrase, -word leaves out; said: asked: name: flow: and note: look there alone.'

/** Searches while typing; `/` comes here from anywhere on the page. */
export function SearchBox(searching: Searching) {
  const { typed, type, searchNow } = useTypedQuery(searching)
  return (
    <label className="relative block w-full lg:w-56 xl:w-80">
      <span className="sr-only">Search every transcript</span>
      <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint" />
      <input
        type="search"
        data-search
        value={typed}
        maxLength={200}
        placeholder="Search every transcript"
        title={HELP}
        onChange={(event) => type(event.target.value, event.timeStamp)}
        // What still waits must not change the address under a navigation that a click has begun.
        onBlur={searchNow}
        className="h-8 w-full rounded-md border border-line bg-raised pr-2 pl-8 text-sm placeholder:text-faint focus-visible:outline-offset-0 max-lg:h-10"
      />
    </label>
  )
}
