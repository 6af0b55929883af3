import { isNarrowed, NUMBER_RANGES, type InterviewFilter } from '@/lib/interviews/list/filter'
import { RANGE_UNITS } from '@/lib/interviews/list/filter-fields'
import type { Freshness } from '@/lib/mirror/freshness'
import { incompleteSearch } from '@/lib/search/coverage'
import { useFreshness } from '../freshness'
import { GIVEN_NOTHING } from '../given-nothing'
import { Button } from '../ui/button'
import { EmptyMessage } from '../ui/empty-message'

type Props = {
  filter: InterviewFilter
  freshness: Freshness
  isGivenNothing: boolean
  onClear: () => void
  onSearch: (query: string) => void
}

/** Says why there is nothing, and what to do next. */
export function EmptyList({ filter, freshness: initial, isGivenNothing, onClear, onSearch }: Props) {
  const freshness = useFreshness() ?? initial
  if (isNarrowed(filter)) {
    return <NothingFound filter={filter} coverage={freshness.coverage} onClear={onClear} onSearch={onSearch} />
  }
  if (isGivenNothing) return <EmptyMessage title={GIVEN_NOTHING.title} text={GIVEN_NOTHING.wayOut} />
  if (freshness.failure) {
    return (
      <EmptyMessage
        title="No interviews yet"
        text={`${freshness.failure.message} Debrief keeps trying; an admin can check the API key.`}
      />
    )
  }
  if (freshness.asOf === null) {
    return <EmptyMessage title="Reading interviews from Ribbon" text="The first ones appear here in a moment." />
  }
  return <EmptyMessage title="No interviews yet" text="They appear here once a candidate has been invited in Ribbon." />
}

const WHAT_IS_SEARCHED =
  'Try fewer or shorter words. What candidates said, names, emails, flows, questions, summaries and notes are searched; asked: looks in what the interviewer said, note: in notes alone.'

type Found = Omit<Props, 'freshness' | 'isGivenNothing'> & Pick<Freshness, 'coverage'>

function NothingFound({ filter, coverage, onClear, onSearch }: Found) {
  const { q } = filter
  const isSearchAlone = q !== '' && !isNarrowed({ ...filter, q: '' })
  if (q === '') {
    return (
      <EmptyMessage title="No interview matches" text={`Widen a range, or take a filter away.${hiddenWords(filter)}`}>
        <Button onClick={onClear}>Clear filters</Button>
      </EmptyMessage>
    )
  }
  const sofar = coverage && `${incompleteSearch(coverage).cause} What is found in the others appears here by itself.`
  return (
    <EmptyMessage
      title={
        <>
          Nothing found {coverage && 'yet '}for <bdi>{q}</bdi>
        </>
      }
      text={
        sofar ??
        (isSearchAlone ? WHAT_IS_SEARCHED : `Search for other words, or look in all interviews.${hiddenWords(filter)}`)
      }
    >
      {isSearchAlone ? (
        <Button onClick={() => onSearch('')}>Clear the search</Button>
      ) : (
        <Button onClick={onClear}>Clear search and filters</Button>
      )}
    </EmptyMessage>
  )
}

/** Where a filter asks for what its reader may not know of some interviews. */
function hiddenWords(filter: InterviewFilter): string {
  const isOfScores = NUMBER_RANGES.some((name) => filter[name] !== null && RANGE_UNITS[name] === 'score')
  return isOfScores || filter.votes.length > 0 ? ' What is hidden until you vote matches no filter.' : ''
}
