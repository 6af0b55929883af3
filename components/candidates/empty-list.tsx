import type { ReactNode } from 'react'
import { isNarrowed, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { Freshness } from '@/lib/mirror/freshness'
import { useFreshness } from '../freshness'
import { Button } from '../ui/button'

type Props = {
  filter: InterviewFilter
  freshness: Freshness
  onClear: () => void
  onSearch: (query: string) => void
}

/** Says why there is nothing, and what to do next. */
export function EmptyList({ filter, freshness: initial, onClear, onSearch }: Props) {
  const freshness = useFreshness() ?? initial
  if (isNarrowed(filter)) return <NothingFound filter={filter} onClear={onClear} onSearch={onSearch} />
  if (freshness.failure) {
    return (
      <Message
        title="No interviews yet"
        text={`${freshness.failure.message} Debrief keeps trying; an admin can check the API key.`}
      />
    )
  }
  if (freshness.asOf === null) {
    return <Message title="Reading interviews from Ribbon" text="The first ones appear here in a moment." />
  }
  return <Message title="No interviews yet" text="They appear here once a candidate has been invited in Ribbon." />
}

function NothingFound({ filter, onClear, onSearch }: Omit<Props, 'freshness'>) {
  const { q } = filter
  const isSearchAlone = q !== '' && !isNarrowed({ ...filter, q: '' })
  if (q === '') {
    return (
      <Message title="No interview matches" text="Widen a range, or take a filter away.">
        <Button onClick={onClear}>Clear filters</Button>
      </Message>
    )
  }
  return (
    <Message
      title={
        <>
          Nothing found for <bdi>{q}</bdi>
        </>
      }
      text={
        isSearchAlone
          ? 'Try fewer or shorter words. Whatever anybody said, names, emails, flows, summaries and notes are searched; note: looks in notes alone.'
          : 'Search for other words, or look in all interviews.'
      }
    >
      {isSearchAlone ? (
        <Button onClick={() => onSearch('')}>Clear the search</Button>
      ) : (
        <Button onClick={onClear}>Clear search and filters</Button>
      )}
    </Message>
  )
}

function Message({ title, text, children }: { title: ReactNode; text: string; children?: ReactNode }) {
  return (
    <div className="px-6 py-20 text-center">
      <p className="font-medium">{title}</p>
      <p className="mx-auto mt-1 mb-4 max-w-sm text-muted">{text}</p>
      {children}
    </div>
  )
}
