import { z } from 'zod'
import { ROLES } from '../auth/permissions'
import { PASSKEY_FAILURES } from '../passkey-failure'
import { PASSKEY_REQUIREMENTS } from '../passkey-requirement'
import { SSO_FAILURES } from '../sso-failure'

/** One that Debrief made. */
const id = z.uuid()
const invitationId = z.uuid()
/** One that Ribbon made, of any characters. */
const ribbonId = z.string().min(1).max(255)
// Of its own, and not a branded one of the above: zod has that be the same.
const interviewId = z.string().min(1).max(255).brand<'InterviewId'>()

const ids = z.array(ribbonId)
const scope = z.union([z.literal('all'), z.strictObject({ teams: ids, flows: ids, interviews: ids })])

/** Ids, and words of a list that stands here: never a name, an email, or what somebody wrote. */
const event = <Code extends string, About extends z.ZodType, Payload extends z.ZodRawShape>(
  code: Code,
  about: About,
  payload: Payload,
) => z.strictObject({ code: z.literal(code), about, payload: z.strictObject(payload) })

/** What can be told of a change: of each code what it is about, and what else may stand in it. */
export const auditEvent = z.discriminatedUnion('code', [
  event('note.written', interviewId, { noteId: id, parentId: id.nullable() }),
  event('note.edited', interviewId, { noteId: id }),
  event('note.deleted', interviewId, { noteId: id }),
  event('correction.made', interviewId, { correctionId: id }),
  event('correction.replaced', interviewId, { correctionId: id, by: id }),
  event('correction.withdrawn', interviewId, { correctionId: id }),
  event('attempts.linked', interviewId, { other: interviewId }),
  event('attempt.unlinked', interviewId, {}),
  event('interviews.exported', z.null(), {
    format: z.enum(['csv', 'json']),
    count: z.int().min(0),
    // A pseudonym of what the list was narrowed by.
    filter: z.hex().length(64),
  }),
  // By itself, or as one of a list.
  event('interview.exported', interviewId, { list: z.enum(['csv', 'json']).optional() }),
  event('transcript.downloaded', interviewId, { format: z.enum(['txt', 'vtt', 'srt']) }),
  // What is looked at: once a session, address and hour.
  event('interview.viewed', interviewId, {}),
  event('interview.loaded_ahead', interviewId, {}),
  event('recording.played', interviewId, {}),
  // A pseudonym of the words.
  event('searched', z.null(), { words: z.hex().length(64) }),
  event('audit.exported', z.null(), { format: z.enum(['csv', 'json']), filter: z.hex().length(64) }),
  event('status.set', interviewId, { versionId: id }),
  event('status.taken_back', interviewId, { versionId: id }),
  event('decline_reasons.set', ribbonId, {}),
  event('interview.invalidated', interviewId, { invalidationId: id }),
  event('interview.validated', interviewId, { invalidationId: id }),
  event('score.overridden', interviewId, { overrideId: id }),
  event('score.override_withdrawn', interviewId, { overrideId: id }),
  // Never which: whoever reads the log may not know it yet.
  event('vote.cast', interviewId, {}),
  event('vote.withdrawn', interviewId, {}),
  event('interview.revealed', interviewId, {}),
  event('flow.blindness_set', ribbonId, { colleagues: z.boolean(), assessment: z.boolean() }),
  event('interview.assigned', interviewId, { assignmentId: id, memberId: id }),
  event('interview.asked', interviewId, { assignmentId: id, memberId: id }),
  // Those of before it named whom lack the member.
  event('assignment.withdrawn', interviewId, { assignmentId: id, memberId: id.optional() }),
  event('rating.given', interviewId, { ratingId: id, replaces: id.nullable() }),
  event('rating.withdrawn', interviewId, { ratingId: id }),
  event('anchors.written', ribbonId, { anchorsId: id }),
  event('names.hidden', ribbonId, {}),
  event('names.shown', ribbonId, {}),
  event('names.revealed', ribbonId, {}),
  event('installation.claimed', id, {}),
  event('member.added', id, {
    role: z.enum(ROLES),
    teams: z.union([z.literal('all'), ids]),
    // Events of before scopes could name them lack these.
    flows: ids.optional(),
    interviews: ids.optional(),
  }),
  event('member.role_changed', id, { from: z.enum(ROLES), to: z.enum(ROLES) }),
  event('member.scope_changed', id, { scope }),
  // What they would see as no admin and in no group, which may not be what they see.
  event('member.own_scope_changed', id, { scope }),
  event('member.sessions_ended', id, {}),
  event('member.removed', id, {}),
  event('member.disabled', id, {}),
  event('member.enabled', id, {}),
  event('member.renamed', id, {}),
  event('member.password_reset', id, {}),
  event('member.password_link_made', id, {}),
  event('member.password_link_used', id, {}),
  event('member.password_changed', id, { sessionId: id }),
  event('member.password_mistaken', id, {}),
  event('invitation.made', invitationId, { role: z.enum(ROLES), scope }),
  event('invitation.renewed', invitationId, {}),
  event('invitation.withdrawn', invitationId, {}),
  event('invitation.accepted', invitationId, { memberId: id }),
  event('member.linked', id, {}),
  event('member.unlinked', id, {}),
  event('member.ways_in_forgotten', id, {}),
  event('member.break_glass_set', id, { on: z.boolean() }),
  event('member.passkeys_removed', id, {}),
  event('passkey.added', id, { credentialId: id }),
  event('passkey.renamed', id, { credentialId: id }),
  event('passkey.removed', id, { credentialId: id }),
  event('passkeys.required', z.null(), { of: z.enum(PASSKEY_REQUIREMENTS) }),
  event('connection.checked', z.null(), {}),
  event('sign_in.succeeded', id, { sessionId: id, by: z.enum(['password', 'oidc', 'passkey']) }),
  // Null: no member has that email, or nobody knows who it was. Of a wrong password no reason is told.
  event('sign_in.failed', id.nullable(), {
    by: z.enum(['oidc', 'passkey']).optional(),
    reason: z.enum([...SSO_FAILURES, ...PASSKEY_FAILURES]).optional(),
  }),
  event('signed_out', id, { sessionId: id }),
  event('signed_out_by_provider', id, { sessionId: id }),
])
export type AuditEvent = z.infer<typeof auditEvent>
export type AuditCode = AuditEvent['code']

export const AUDIT_CODES = auditEvent.options.map(({ shape }) => shape.code.value)

/** Those of which a number can be told. */
export const NUMBERED_CODES: readonly string[] = auditEvent.options.flatMap(({ shape: { code, payload } }) =>
  Object.values<z.ZodType>(payload.shape).some((told) => told instanceof z.ZodNumber) ? [code.value] : [],
)

/** What the id is of that an event is about; `id`: of a member, or of something else that Debrief made. */
type AboutKind = 'interview' | 'flow' | 'invitation' | 'id' | null
const KINDS = new Map<z.ZodType, AboutKind>([
  [interviewId, 'interview'],
  [ribbonId, 'flow'],
  [invitationId, 'invitation'],
])
const KIND_OF = new Map<string, AboutKind>(
  auditEvent.options.map(({ shape: { code, about } }) => [
    code.value,
    about instanceof z.ZodNull ? null : (KINDS.get(about) ?? 'id'),
  ]),
)

/** Null also for a code that this version does not know. */
export function aboutKind(code: string): AboutKind {
  return KIND_OF.get(code) ?? null
}
