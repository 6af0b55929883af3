import type { AuditCode } from '@/lib/audit/event'
import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import { memberLabel, type Author } from '@/lib/members/member'

/** What was done, after who did it: `{about}` is what it is about, `{whom}` the member whom it names. */
const WORDS: Record<AuditCode, string> = {
  'note.written': 'wrote a note about {about}',
  'note.edited': 'changed a note about {about}',
  'note.deleted': 'deleted a note about {about}',
  'correction.made': 'corrected the transcript of {about}',
  'correction.replaced': 'replaced a correction of {about}',
  'correction.withdrawn': 'took back a correction of {about}',
  'attempts.linked': 'linked {about} with another attempt',
  'attempt.unlinked': 'unlinked an attempt of {about}',
  'interviews.exported': 'exported a list of candidates',
  'interview.exported': 'exported the record of {about}',
  'transcript.downloaded': 'downloaded the transcript of {about}',
  'interview.viewed': 'was shown {about}',
  'interview.loaded_ahead': 'was sent {about} before going there',
  'recording.played': 'was sent the recording of {about}',
  searched: 'searched for words',
  'audit.exported': 'exported this log',
  'status.set': 'set the status of {about}',
  'status.taken_back': 'took back the status of {about}',
  'decline_reasons.set': 'changed the decline reasons of {about}',
  'interview.invalidated': 'marked {about} as invalid',
  'interview.validated': 'took back that {about} is invalid',
  'score.overridden': 'marked a score of {about} as wrong',
  'score.override_withdrawn': 'took back that a score of {about} is wrong',
  'vote.cast': 'voted on {about}',
  'vote.withdrawn': 'withdrew a vote on {about}',
  'interview.revealed': 'had what {about} hides before a vote shown',
  'flow.blindness_set': 'changed what {about} hides before a vote',
  'interview.assigned': 'assigned {about} to {whom}',
  'interview.asked': 'asked {whom} to look at {about}',
  'assignment.withdrawn': 'took back that {whom} is to look at {about}',
  'rating.given': 'rated an answer of {about}',
  'rating.withdrawn': 'withdrew a rating of {about}',
  'anchors.written': 'changed a scale of {about}',
  'names.hidden': 'hid the names of {about}',
  'names.shown': 'stopped hiding the names of {about}',
  'names.revealed': 'revealed the names of {about}',
  'installation.claimed': 'set Debrief up',
  'member.added': 'added {about}',
  'member.role_changed': 'gave {about} another role',
  'member.scope_changed': 'changed what {about} sees',
  'member.own_scope_changed': 'changed what {about} sees where neither a group nor their role decides it',
  'member.sessions_ended': 'signed {about} out everywhere',
  'member.removed': 'removed {about}',
  'member.disabled': 'disabled {about}',
  'member.enabled': 'enabled {about} again',
  'member.renamed': 'changed the name of {about}',
  'member.password_reset': 'set a new password for {about}',
  'member.password_link_made': 'made a link by which {about} can set a password',
  'member.password_link_used': 'set a new password by a link',
  'member.password_changed': 'changed their password',
  'member.password_mistaken': 'typed a wrong current password',
  'member.linked': 'linked {about} to their account at the identity provider',
  'member.unlinked': 'unlinked {about} from their account at the identity provider',
  'member.ways_in_forgotten': 'forgot by what {about} came in before the identity provider vouched for them',
  'member.break_glass_set': 'set whether {about} is there to break the glass',
  'member.passkeys_removed': 'removed the passkeys of {about}',
  'passkey.added': 'added a passkey',
  'passkey.renamed': 'renamed a passkey',
  'passkey.removed': 'removed a passkey',
  'passkeys.required': 'set of whom a passkey is required',
  'invitation.made': 'invited {about}',
  'invitation.renewed': 'renewed the invitation of {about}',
  'invitation.withdrawn': 'withdrew the invitation of {about}',
  'invitation.accepted': 'joined by an invitation',
  'connection.checked': 'had everything compared with Ribbon',
  'sign_in.succeeded': 'signed in',
  'sign_in.failed': 'failed to sign in as {about}',
  signed_out: 'signed out',
  signed_out_by_provider: 'signed {about} out for the identity provider',
}
/** Told by Debrief, of what its subject did. */
const OF_SUBJECT: string[] = ['sign_in.succeeded', 'installation.claimed', 'member.password_link_used']

/** The words in pieces, with what stands between them; the code itself for one of a later version. */
export function eventPieces({ code, about, payload }: Pick<LoggedEvent, 'code' | 'about' | 'payload'>): string[] {
  if (code === 'sign_in.failed' && about === null && payload.by === 'oidc')
    return ['failed to sign in by single sign-on']
  if (code === 'sign_in.failed' && about === null && payload.by === 'passkey')
    return ['failed to sign in with a passkey that no member has']
  if (code === 'sign_in.failed' && about === null) return ['failed to sign in with an email that no member has']
  if (code === 'assignment.withdrawn' && payload.memberId === undefined)
    return piecesOf('took back that somebody is to look at {about}')
  if (code === 'interview.exported' && payload.list !== undefined) return piecesOf('exported {about} in a list')
  return piecesOf(Object.hasOwn(WORDS, code) ? WORDS[code] : code)
}

function piecesOf(words: string): string[] {
  return words.split(/(\{\w+\})/).filter((piece) => piece !== '')
}

/** Who did it; null where that is nobody with a name of their own. */
export function subjectOf({ code, by, about, whom }: LoggedEvent): { id: string; label: string } | null {
  if (by.kind === 'member') return { id: by.id, label: labelOf(by.member) }
  if (code === 'invitation.accepted' && whom) return { id: whom.id, label: labelOf(whom) }
  return about?.kind === 'member' && OF_SUBJECT.includes(code) ? { id: about.id, label: labelOf(about.member) } : null
}

/** In the place of a member's name. */
export function namelessSubject({ code, by }: Pick<LoggedEvent, 'code' | 'by'>): string {
  if (code === 'sign_in.failed') return 'Somebody'
  return by.kind === 'operator' ? 'A shell on the server' : 'Debrief'
}

/** Of a member who is gone nothing is known any more. */
export function labelOf(member: Author | null): string {
  return member ? memberLabel(member) : 'A former member'
}
