import 'server-only'
import type { Transaction } from '../db/client'
import { members, memberTeams } from '../db/schema/members'
import { DebriefError } from '../errors'
import type { Member } from './member'
import { storePassword } from './store-password'

type HashedMember = Pick<Member, 'email' | 'name' | 'role' | 'teams'> & { passwordHash: string }

/** For the commands of this folder, which decide who may. Throws `member_exists`. */
export async function insertMember(tx: Transaction, { email, name, role, teams, passwordHash }: HashedMember) {
  const [member] = await tx
    .insert(members)
    .values({ email, name, role, seesAllTeams: teams === 'all' })
    .onConflictDoNothing({ target: members.email })
    .returning({ id: members.id })
  if (!member) throw new DebriefError('member_exists')
  await storePassword(tx, member.id, passwordHash)

  const memberships = teams === 'all' ? [] : teams.map((teamId) => ({ memberId: member.id, teamId }))
  if (memberships.length > 0) await tx.insert(memberTeams).values(memberships).onConflictDoNothing()
  return member.id
}
