import { useEffect, useState } from 'react'
import { trail, type Left } from './trail'

/** Who was left for this page, a candidate's or, where that is null, the queue's own; null for who has come to it in another way. */
export function useLeft(page: string | null): Left | null {
  const [left] = useState(() => trail.leftFor(page))
  useEffect(() => trail.arrive(), [])
  return left
}
