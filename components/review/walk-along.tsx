'use client'

import type { Neighbours } from '@/lib/interviews/list/list'
import { Walk } from '../candidates/place/walk'
import { useInQueue } from '../queue/queue-context'
import { Pager } from './pager'

type Props = { neighbours: Neighbours | null; search: string }

/** The keys of the walk, along the queue as it is now or the list as it was drawn. */
export function WalkAlong({ id, neighbours, search }: Props & { id: string }) {
  return <Walk id={id} neighbours={useInQueue()?.neighbours ?? neighbours} search={search} />
}

/** Its links. */
export function PagerAlong({ neighbours, search }: Props) {
  const now = useInQueue()?.neighbours ?? neighbours
  return now && <Pager neighbours={now} search={search} />
}
