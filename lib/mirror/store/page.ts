import 'server-only'
import type { ReceivedInterview } from '../../ribbon/interview'
import type { Asked } from './order'
import { storeInterviews } from './interview'
import { faultOf, forgetFaults, listFaults, recordFaults } from './unreadable'
import type { Indexing } from './write-interview'

type Received = Asked<ReceivedInterview>

/** Of a server that sends more than it was asked for no statement gets longer than this. */
const AT_ONCE = 50

/**
 * Stores what Ribbon's list holds; one that the database refuses is noted and costs the others nothing. The ids of those that
 * were not there before.
 */
export async function storePage(page: Received[], indexing: Indexing = 'now'): Promise<string[]> {
  const fresh: string[] = []
  for (let from = 0; from < page.length; from += AT_ONCE)
    fresh.push(...(await storeSome(page.slice(from, from + AT_ONCE), indexing)))
  return fresh
}

async function storeSome(some: Received[], indexing: Indexing): Promise<string[]> {
  try {
    const fresh = await storeInterviews(some, indexing)
    await forgetRead(some)
    return fresh
  } catch (error) {
    const reason = faultOf(error)
    const [one, ...others] = some
    if (reason === null || !one) throw error
    if (others.length > 0) return storeSingly(some, indexing)
    await recordFaults([{ kind: 'interview', place: one.id, reason }])
    return []
  }
}

async function storeSingly(some: Received[], indexing: Indexing): Promise<string[]> {
  const fresh: string[] = []
  for (const one of some) fresh.push(...(await storeSome([one], indexing)))
  return fresh
}

async function forgetRead(stored: Received[]): Promise<void> {
  const noted = new Set((await listFaults('interview')).map(({ place }) => place))
  const read = stored.filter(({ id }) => noted.has(id))
  await forgetFaults(read.map(({ id }) => ({ kind: 'interview', place: id })))
}
