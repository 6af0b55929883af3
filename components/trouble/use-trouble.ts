import type { Trouble } from '@/lib/mirror/trouble'
import { useFreshness } from '../freshness'
import { useConnectivity } from '../use-connectivity'

const STAYS = 'What is open can be read and heard; what you write is kept in this browser until it is saved.'
const UNREACHED: Record<'silent' | 'out', Trouble> = {
  silent: { key: 'silent', tone: 'warning', cause: 'Debrief is not answering.', wayOut: STAYS, more: null },
  out: { key: 'out', tone: 'warning', cause: 'Debrief is waiting for its database.', wayOut: STAYS, more: null },
}

/** What is wrong now. That this browser has no network is said beside how old the data is, and is no failure. */
export function useTrouble(): Trouble | null {
  const { is } = useConnectivity()
  const freshness = useFreshness()
  if (is === 'silent' || is === 'out') return UNREACHED[is]
  return is === 'offline' ? null : (freshness?.trouble ?? null)
}
