import { interviewUrl } from '../interviews/interview-url'

const VIEWS = ['question', 'matrix', 'side'] as const
export type CompareView = (typeof VIEWS)[number]

/** As many as stand side by side. */
export const LEAST_FINALISTS = 2
export const MOST_FINALISTS = 6

/** What the address of the page names; `q` is a question's key, `ids` are the interviews that stand side by side, or their aliases. */
export type CompareLink = { flow: string | null; q: string | null; view: CompareView; ids: string[] }

/** Whatever cannot be read is left out. */
export function parseCompareLink(search: URLSearchParams): CompareLink {
  const view = VIEWS.find((name) => name === search.get('view'))
  return { flow: search.get('flow'), q: search.get('q'), view: view ?? 'question', ids: readIds(search.get('ids')) }
}

export function comparePath({ flow, q, view, ids }: CompareLink): string {
  const search = new URLSearchParams()
  if (flow !== null) search.set('flow', flow)
  if (q !== null) search.set('q', q)
  if (view !== 'question') search.set('view', view)
  if (ids.length > 0) search.set('ids', writtenIds(ids))
  return `/compare${search.size > 0 ? `?${search}` : ''}`
}

/** Where these interviews of a flow, two to six of them, stand side by side. */
export function sideBySideHref(flowId: string, ids: string[]): string {
  return comparePath({ flow: flowId, q: null, view: 'side', ids })
}

/** Ids divided by commas. An id is whatever Ribbon makes one of, so that one with a comma is encoded once more. */
export function writtenIds(ids: string[]): string {
  return ids.map((id) => encodeURIComponent(id)).join(',')
}

/** Each once, in their order. */
export function readIds(written: string | null): string[] {
  const ids = (written ?? '').split(',').map((id) => decoded(id))
  return [...new Set(ids)].filter((id) => id !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Where one member's rating of an answer is kept. */
export function ratingUrl(interview: string, key: string): string {
  return interviewUrl(interview, 'ratings', key)
}
