import 'server-only'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { members } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { standing } from '../../invitations/standing'
import type { Scope } from '../member-scope'
import { scope, scopeAsNoAdmin } from '../scope-of-member'

/** What a member sees where no group says it, as far as it is still there; `isReplaced` while one does. */
export async function findOwnScope(tx: Transaction, memberId: string): Promise<{ own: Scope; isReplaced: boolean }> {
  const [member] = await tx
    .select({ replaced: members.scopeWithoutGroups, stored: scopeAsNoAdmin })
    .from(members)
    .where(eq(members.id, memberId))
  if (!member) throw new DebriefError('member_not_found')
  const isReplaced = member.replaced !== null
  return { own: await standing(tx, scope.parse(isReplaced ? member.replaced : member.stored)), isReplaced }
}
