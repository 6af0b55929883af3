import { SCORE_NAMES } from '../../assessment/scores'

export const SORT_KEYS = [
  'seen',
  'candidate',
  'email',
  'flow',
  'team',
  'state',
  'score',
  ...SCORE_NAMES,
  'votes',
  'duration',
  'talk',
  'recording',
  'you',
  'notes',
  'status',
] as const
export type SortKey = (typeof SORT_KEYS)[number]
export type Sort = { key: SortKey; descending: boolean }

export const NEWEST_FIRST: Sort = { key: 'seen', descending: true }

/** Rows a page. */
export const PAGE = 50

/** `-seen`: from the largest value down. */
export function sortToText({ key, descending }: Sort): string {
  return descending ? `-${key}` : key
}

/** Null for what no list can be sorted by. */
export function readSort(text: string): Sort | null {
  const descending = text.startsWith('-')
  const key = SORT_KEYS.find((candidate) => candidate === text.slice(descending ? 1 : 0))
  return key ? { key, descending } : null
}
