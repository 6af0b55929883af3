import 'server-only'
import { eq, or } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../db/client'
import { queuePlaces, queueSkips } from '../../db/schema/assignments'
import {
  credentials,
  formerNames,
  formerScopes,
  invitations,
  memberFlows,
  memberInterviews,
  memberTeams,
  passwordLinks,
  sessions,
} from '../../db/schema/members'
import { listeningProgress } from '../../db/schema/notes'
import type { Author } from '../member'

/** What is a member's alone, and so goes with them: `writings.db.test.ts` lists it. */
const THEIRS: (PgTable & { memberId: PgColumn })[] = [
  ...[credentials, sessions, passwordLinks, memberTeams, memberFlows, memberInterviews, formerNames, formerScopes],
  ...[listeningProgress, queuePlaces, queueSkips],
]

/** And what they were asked to join by, since their address stands in it. */
export async function forgetOwn(tx: Transaction, { id, email }: Author) {
  for (const table of THEIRS) await tx.delete(table).where(eq(table.memberId, id))
  await tx.delete(invitations).where(or(eq(invitations.memberId, id), eq(invitations.email, email)))
}
