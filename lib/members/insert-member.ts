import 'server-only'
import type { Transaction } from '../db/client'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'
import type { Member } from './member'
import { requireWideAdmin } from './require-wide-admin'
import { storePassword } from './store-password'
import { storeScope } from './store-scope'

type HashedMember = Pick<Member, 'email' | 'name' | 'role' | 'scope'> & { passwordHash: string | null }

/** For commands, which decide who may; without a password they sign in by other means. Throws `member_exists` and `admin_sees_all`. */
export async function insertMember(tx: Transaction, { email, name, role, scope, passwordHash }: HashedMember) {
  requireWideAdmin({ role, scope })
  const [member] = await tx
    .insert(members)
    .values({ email, name, role })
    .onConflictDoNothing({ target: members.email })
    .returning({ id: members.id })
  if (!member) throw new DebriefError('member_exists')
  if (passwordHash !== null) await storePassword(tx, member.id, passwordHash)
  await storeScope(tx, member.id, scope)
  return member.id
}
