import type { AttemptsByInterview } from '../../attempts/attempt'
import type { Reasons, SearchHit } from '../../search/search-hit'
import type { InterviewRow } from '../interview'

/**
 * `total` counts what the filter matches on all pages, as far as was asked for: a bounded one may stand for more, as `counted.ts` has
 * it. `nextCursor` is null on the last one. `asOf` says what was seen: asked since then, `findNews` tells the rest. `moments` and `reasons`, by interview, say why a search found it: where something was said, and what else.
 * `attempts` are those of the candidates of `items`.
 */
export type InterviewPage = {
  items: InterviewRow[]
  moments: Record<string, SearchHit[]>
  reasons: Record<string, Reasons>
  attempts: AttemptsByInterview
  total: number
  nextCursor: string | null
  asOf: string
}

/**
 * What happened to a list since it was read. `arrived` are ids that it holds now: of new interviews, and of changed ones in the
 * part that has been read. `changed` are rows as they are now, still in the list or not, with why a search finds them. `attempts` are those of the candidates of both. `left` are ids of what this viewer
 * does not see any more. At most 100 of these and those. `missed` says that more has changed, `isOutdated` that more may have left, or come
 * into what they see: the list has to be read anew. `total` is null while nothing happened.
 */
export type ListNews = {
  arrived: string[]
  changed: InterviewRow[]
  moments: Record<string, SearchHit[]>
  reasons: Record<string, Reasons>
  attempts: AttemptsByInterview
  left: string[]
  isOutdated: boolean
  missed: boolean
  total: number | null
  asOf: string
}

/** How many interviews a value of a filter would leave; of a filter that asks yes or no it is one of these words. */
export type CountedChoice = { value: string; count: number }

/**
 * Who stands before and after an interview in a list, or in a queue; `position` counts from 1, and is 0 of what does not wait in it.
 * Both counts of a list are bounded as `counted.ts` has it.
 */
export type Neighbours = { previous: string | null; next: string | null; position: number; total: number }
