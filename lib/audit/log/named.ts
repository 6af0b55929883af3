import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Reader } from '../../auth/viewer'
import { isAmong } from '../../db/among'
import { db } from '../../db/client'
import type { auditEvents } from '../../db/schema/audit'
import { flows } from '../../db/schema/interviews'
import { invitations, members } from '../../db/schema/members'
import type { InterviewRow } from '../../interviews/interview'
import { interviewsOf, seen } from '../../interviews/seen'
import type { Author } from '../../members/member'
import { aboutKind, type AuditCode } from '../event'
import type { AboutWhat, By, LoggedEvent } from './logged-event'

type Row = Omit<typeof auditEvents.$inferSelect, 'encoding' | 'origin'> & { address: string | null }
type Names = {
  members: Map<string, Author>
  candidates: Map<string, InterviewRow['candidate']>
  flows: Map<string, string | null>
  invitations: Map<string, string>
}

/** What the ids of these events stand for today, for whoever reads them. */
export async function namesOf(reader: Reader, rows: Row[]): Promise<Names> {
  const idsOf = (kind: ReturnType<typeof aboutKind>) =>
    rows.flatMap(({ code, about }) => (about !== null && aboutKind(code) === kind ? [about] : []))
  const memberIds = [...idsOf('id'), ...rows.flatMap((row) => [row.actorId ?? [], whomOf(row) ?? []].flat())]
  const [named, candidates, titled, invited] = await Promise.all([
    db()
      .select({ id: members.id, email: members.email, name: members.name })
      .from(members)
      .where(inArray(members.id, memberIds)),
    db()
      .select({ id: seen.id, name: seen.candidateName, email: seen.candidateEmail })
      .from(interviewsOf(reader))
      .where(isAmong(seen.id, idsOf('interview'))),
    db()
      .select({ id: flows.id, title: flows.title })
      .from(flows)
      .where(inArray(flows.id, idsOf('flow'))),
    db()
      .select({ id: invitations.id, email: invitations.email })
      .from(invitations)
      .where(inArray(invitations.id, idsOf('invitation'))),
  ])
  return {
    members: new Map(named.map((member) => [member.id, member])),
    candidates: new Map(candidates.map(({ id, ...candidate }) => [id, candidate])),
    flows: new Map(titled.map(({ id, title }) => [id, title])),
    invitations: new Map(invited.map(({ id, email }) => [id, email])),
  }
}

export function toLogged(row: Row, names: Names): LoggedEvent {
  const { seq, at, code, payload, sessionId } = row
  const whom = whomOf(row)
  return {
    ...{ seq, code: code as AuditCode, payload, sessionId },
    at: new Date(at).toISOString(),
    by: byOf(row, names),
    about: aboutOf(row, names),
    whom: whom === null ? null : (names.members.get(whom) ?? null),
    address: row.address,
  }
}

function byOf({ actorKind, actorId }: Row, names: Names): By {
  if (actorKind !== 'member' || actorId === null) return { kind: actorKind === 'operator' ? 'operator' : 'system' }
  return { kind: 'member', id: actorId, member: names.members.get(actorId) ?? null }
}

function aboutOf({ code, about: id }: Row, names: Names): AboutWhat | null {
  const kind = aboutKind(code)
  if (id === null || kind === null) return null
  if (kind === 'interview') return { kind, id, candidate: names.candidates.get(id) ?? null }
  if (kind === 'flow') return { kind, id, title: names.flows.get(id) ?? null }
  if (kind === 'invitation') return { kind, id, email: names.invitations.get(id) ?? null }
  return { kind: 'member', id, member: names.members.get(id) ?? null }
}

function whomOf({ payload }: Row): string | null {
  return typeof payload.memberId === 'string' ? payload.memberId : null
}
