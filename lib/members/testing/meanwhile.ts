import { operator } from '../../auth/operator'
import { db, type Transaction } from '../../db/client'
import { untilItWaits } from '../../db/testing/until-it-waits'
import { lockMember, type LockedMember } from '../lock-member'

/** What becomes of `begin`, begun while somebody else holds the member and does something about them then: its value, or its error. */
export async function meanwhile(
  memberId: string,
  begin: () => Promise<unknown>,
  then: (tx: Transaction, held: LockedMember) => Promise<unknown>,
) {
  let begun: Promise<unknown> | undefined
  await db().transaction(async (tx) => {
    const held = await lockMember(tx, operator(), memberId)
    begun = begin().catch((error: unknown) => error)
    await untilItWaits(tx, begun)
    await then(tx, held)
  })
  return begun
}
