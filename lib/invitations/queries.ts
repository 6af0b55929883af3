import 'server-only'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Operator } from '../auth/operator'
import { isAllowed } from '../auth/permissions'
import type { May } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { invitations, members } from '../db/schema/members'
import { mailHost } from '../mail/send'
import { invitedScope, type Invitation, type InvitationMail } from './invitation'
import { sendingInvitation } from './mail-job'

/** Those that nobody has used or withdrawn, in the order of their emails; a recruiter's are those that they made. */
export async function listInvitations(actor: May<'member.invite'> | Operator): Promise<Invitation[]> {
  const { id, email, role, scope, createdAt, expiresAt, sentAt, byId } = invitations
  const rows = await db()
    .select({
      ...{ id, email, role, scope, createdAt, expiresAt, sentAt },
      by: { id: members.id, email: members.email, name: members.name },
      isExpired: sql<boolean>`${expiresAt} <= now()`,
    })
    .from(invitations)
    .leftJoin(members, eq(members.id, byId))
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        actor.kind === 'operator' || isAllowed(actor.role, 'member.manage') ? undefined : eq(byId, actor.memberId),
      ),
    )
    .orderBy(asc(email))
  const mails = await listMails(rows.map((row) => row.id))
  return rows.map(({ sentAt, ...row }) => ({
    ...row,
    scope: invitedScope.parse(row.scope),
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
    mail: sentAt ? { is: 'sent', at: new Date(sentAt).toISOString() } : (mails.get(row.id) ?? { is: 'none' }),
  }))
}

/** What became of the last job that was to send each. */
async function listMails(ids: string[]): Promise<Map<string, InvitationMail>> {
  const { outcome, endedAt, attempts, lastFailureCode } = jobs
  const rows = await db()
    .selectDistinctOn([jobs.key], { key: jobs.key, outcome, endedAt, attempts, failure: lastFailureCode })
    .from(jobs)
    .where(and(eq(jobs.kind, sendingInvitation.kind), isAmong(jobs.key, ids)))
    .orderBy(jobs.key, desc(jobs.createdAt))
  return new Map(rows.map(({ key, ...job }) => [key ?? '', mailOf(job)]))
}

type MailJob = Pick<typeof jobs.$inferSelect, 'outcome' | 'endedAt' | 'attempts'> & { failure: string | null }

function mailOf({ outcome, endedAt, attempts, failure }: MailJob): InvitationMail {
  const isOver = outcome !== null
  // One that was asked for again has not been tried yet, whatever became of it before.
  if (!isOver && (attempts === 0 || failure === null)) return { is: 'waiting' }
  if ((isOver && outcome !== 'failed') || endedAt === null) return { is: 'none' }
  const is = !isOver ? 'delayed' : failure === 'mail_refused' ? 'refused' : 'given_up'
  return { is, at: new Date(endedAt).toISOString(), host: mailHost() ?? 'the mail server' }
}
