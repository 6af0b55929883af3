import 'server-only'
import { headers } from 'next/headers'
import { peerOf, UNKNOWN_PEER } from './peer'

/** What `peerOf` says of the request that is being answered; null where nobody asks, as in a job. */
export async function currentPeer(): Promise<string | null> {
  const peer = await askedFrom()
  return peer === UNKNOWN_PEER ? null : peer
}

async function askedFrom(): Promise<string> {
  try {
    return peerOf(await headers())
  } catch {
    // Next has no other way to say that there is no request.
    return UNKNOWN_PEER
  }
}
