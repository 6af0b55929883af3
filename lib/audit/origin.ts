import 'server-only'
import { pseudonymOf } from '../db/encrypt'
import { env } from '../env'

export type Origin = { pseudonym: string; address: string }
type FindAddress = () => Promise<string | null>

// Next loads a module several times in one process.
const shared = globalThis as typeof globalThis & { debriefFindAddress?: FindAddress | undefined }

/** From now on an event says from where it was asked for, as `find` has it: only a server has requests, a shell command has none. */
export function tellOrigins(find: FindAddress | undefined) {
  shared.debriefFindAddress = find
}

/** An event holds the pseudonym alone, so that the address can be forgotten while the event stays as it was sealed. */
export async function findOrigin(): Promise<Origin | null> {
  const address = await shared.debriefFindAddress?.()
  if (!address) return null
  return { pseudonym: pseudonymOf(`address ${address}`, env().NEXTAUTH_SECRET), address }
}
