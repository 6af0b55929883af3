import 'server-only'
import type { Transaction } from '../../db/client'
import { DebriefError } from '../../errors'
import { lockMember, type LockedMember } from '../../members/lock-member'
import { system } from '../system'

/** As `lockMember` does, of whom the provider has just told. Throws `sso_disabled` for one who is removed at this moment. */
export async function lockKnown(tx: Transaction, memberId: string): Promise<LockedMember> {
  try {
    return await lockMember(tx, system(), memberId)
  } catch (error) {
    const isGone = error instanceof DebriefError && error.code === 'member_not_found'
    throw isGone ? new DebriefError('sso_disabled') : error
  }
}
