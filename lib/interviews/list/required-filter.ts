import { DebriefError } from '../../errors'
import { COUNTED_FILTERS, readFilterFields, type CountedFilter, type InterviewFilter } from './filter'

/** For an API: throws `invalid_input` whose detail names the parameter that cannot be read. */
export function requireInterviewFilter(search: URLSearchParams): InterviewFilter {
  return readFilterFields(search, (name, mistake) => {
    throw new DebriefError('invalid_input', { detail: `The parameter ${name} has to be ${mistake}.` })
  })
}

/** The parameter `by` of an API: throws `invalid_input` where it names no filter that is counted. */
export function requireCountedFilter(search: URLSearchParams): CountedFilter {
  const by = COUNTED_FILTERS.find((name) => name === search.get('by'))
  if (by) return by
  throw new DebriefError('invalid_input', {
    detail: `The parameter by has to be one of ${COUNTED_FILTERS.join(', ')}.`,
  })
}
