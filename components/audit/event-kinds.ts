import type { AuditCode } from '@/lib/audit/event'

/** Kinds of events as a person asks for them. */
export const EVENT_KINDS: { key: string; label: string; codes: AuditCode[] }[] = [
  {
    key: 'sign-in',
    label: 'Signing in and out',
    codes: [
      ...(['sign_in.succeeded', 'sign_in.failed', 'member.password_mistaken'] as const),
      ...(['signed_out', 'signed_out_by_provider'] as const),
    ],
  },
  {
    key: 'seen',
    label: 'Looking and listening',
    codes: ['interview.viewed', 'interview.loaded_ahead', 'recording.played', 'searched'],
  },
  {
    key: 'out',
    label: 'Exports',
    codes: ['interviews.exported', 'interview.exported', 'transcript.downloaded', 'audit.exported'],
  },
  {
    key: 'votes',
    label: 'Votes and reveals',
    codes: [
      ...(['vote.cast', 'vote.withdrawn', 'interview.revealed', 'names.revealed'] as const),
      ...(['rating.given', 'rating.withdrawn', 'score.overridden', 'score.override_withdrawn'] as const),
    ],
  },
  {
    key: 'notes',
    label: 'Notes and corrections',
    codes: [
      ...(['note.written', 'note.edited', 'note.deleted'] as const),
      ...(['correction.made', 'correction.replaced', 'correction.withdrawn'] as const),
    ],
  },
  {
    key: 'decisions',
    label: 'Decisions and assignments',
    codes: [
      ...(['status.set', 'status.taken_back', 'interview.invalidated', 'interview.validated'] as const),
      ...(['interview.assigned', 'interview.asked', 'assignment.withdrawn'] as const),
      ...(['attempts.linked', 'attempt.unlinked'] as const),
    ],
  },
  {
    key: 'people',
    label: 'Members',
    codes: [
      ...(['installation.claimed', 'member.added', 'member.disabled', 'member.enabled', 'member.removed'] as const),
      ...(['member.role_changed', 'member.scope_changed', 'member.own_scope_changed'] as const),
      ...(['member.sessions_ended', 'member.renamed', 'member.password_reset', 'member.password_changed'] as const),
      ...(['member.password_link_made', 'member.password_link_used'] as const),
      ...(['member.linked', 'member.unlinked', 'member.ways_in_forgotten', 'member.break_glass_set'] as const),
      ...(['passkey.added', 'passkey.renamed', 'passkey.removed', 'member.passkeys_removed'] as const),
      ...(['invitation.made', 'invitation.renewed', 'invitation.withdrawn', 'invitation.accepted'] as const),
    ],
  },
  {
    key: 'settings',
    label: 'Settings',
    codes: [
      ...(['flow.blindness_set', 'names.hidden', 'names.shown', 'anchors.written'] as const),
      ...(['decline_reasons.set', 'connection.checked', 'passkeys.required'] as const),
    ],
  },
]
