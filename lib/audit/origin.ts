import 'server-only'
import { hash } from 'node:crypto'
import { pseudonymOf } from '../db/encrypt'
import { env, findAuthSecret } from '../env'

/** `salt` is what the pseudonym is made with beside the address, and is forgotten with it. */
export type Origin = { pseudonym: string; address: string; salt: string }
type FindAddress = () => Promise<string | null>

// Next loads a module several times in one process.
const shared = globalThis as typeof globalThis & { debriefFindAddress?: FindAddress | undefined }

/** From now on an event says from where it was asked for, as `find` has it: only a server has requests, a shell command has none. */
export function tellOrigins(find: FindAddress | undefined) {
  shared.debriefFindAddress = find
}

/**
 * An event holds the pseudonym alone, so that the address can be forgotten while the event stays as it was sealed: with the member
 * whose it is, and nobody else's. Null for nobody's.
 */
export async function findOrigin(memberId: string | null): Promise<Origin | null> {
  const address = await shared.debriefFindAddress?.()
  if (!address) return null
  const salt = saltOf({ address, memberId }, env().NEXTAUTH_SECRET)
  return { pseudonym: originPseudonym(address, salt), address, salt }
}

/** What an event of encoding 3 or later names the address by: whoever has the salt sees that it is this one and no other, whatever NEXTAUTH_SECRET is by now. */
export function originPseudonym(address: string, salt: string): string {
  return hash('sha256', JSON.stringify([address, salt]))
}

/** Whether it is this member's and nobody else's; false also where NEXTAUTH_SECRET is another by now, or not known. */
export function isOriginOf(memberId: string, { address, salt }: { address: string; salt: string | null }): boolean {
  const secret = findAuthSecret()
  return secret !== null && salt === saltOf({ address, memberId }, secret)
}

/** The same for the same address of the same member, and nothing that somebody could try addresses against. */
function saltOf({ address, memberId }: { address: string; memberId: string | null }, secret: string): string {
  const of = memberId === null ? '' : ` of ${memberId}`
  return pseudonymOf(`address ${address}${of}`, secret)
}
