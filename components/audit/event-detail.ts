import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import type { Scope } from '@/lib/auth/member-scope'
import { isPasskeyFailure, type PasskeyFailure } from '@/lib/passkey-failure'
import { isSsoFailure, type SsoFailure } from '@/lib/sso-failure'
import { scopeWords, type PlaceNames } from '../team/member-words'

/** Teams and flows of a scope that fit into a row. */
const MOST_PLACES = 3

/** What else an event says that a person can read; `names` are those of teams and flows. */
export function eventDetail(
  { code, payload }: Pick<LoggedEvent, 'code' | 'payload'>,
  names: PlaceNames,
): string | null {
  if (code === 'interviews.exported') return `${String(payload.count)} as ${String(payload.format).toUpperCase()}`
  if (code === 'audit.exported' || code === 'transcript.downloaded') return `as ${String(payload.format).toUpperCase()}`
  if (code === 'interview.exported' && typeof payload.list === 'string') return `as ${payload.list.toUpperCase()}`
  if (code === 'member.role_changed') return `${String(payload.from)} → ${String(payload.to)}`
  if (code === 'member.scope_changed' || code === 'member.own_scope_changed')
    return scopeWords(scopeIn(payload), names, MOST_PLACES)
  if (code === 'member.added' || code === 'invitation.made') return rightsWords(payload, names)
  if (code === 'flow.blindness_set') return hiddenWords(payload)
  if (code === 'sign_in.succeeded' && payload.by === 'oidc') return 'by single sign-on'
  if (code === 'sign_in.succeeded' && payload.by === 'passkey') return 'with a passkey'
  if (code === 'sign_in.failed') return reasonOf(payload.reason)
  if (code === 'passkeys.required') return String(payload.of)
  if (code === 'member.break_glass_set') return payload.on ? 'on' : 'off'
  if (code === 'searched') return `#${String(payload.words).slice(0, 6)}`
  return null
}

type Payload = LoggedEvent['payload']

function rightsWords(payload: Payload, names: PlaceNames): string {
  const role = `as ${String(payload.role)}`
  return payload.role === 'admin' ? role : `${role} · ${scopeWords(scopeIn(payload), names, MOST_PLACES)}`
}

/** As the event holds it: by itself, or among what else was given. */
function scopeIn(payload: Payload): Scope {
  const given = payload.scope ?? (payload.teams === 'all' ? 'all' : payload)
  if (given === 'all') return given
  const { teams, flows, interviews } = given as Payload
  return { teams: idsIn(teams), flows: idsIn(flows), interviews: idsIn(interviews) }
}

function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function hiddenWords({ assessment, colleagues }: Payload): string {
  const hidden = [...(assessment ? ['scores'] : []), ...(colleagues ? ['what colleagues think'] : [])]
  return hidden.join(' and ') || 'nothing'
}

function reasonOf(reason: unknown): string | null {
  return isSsoFailure(reason) || isPasskeyFailure(reason) ? REASONS[reason] : null
}

const REASONS: Record<SsoFailure | PasskeyFailure, string> = {
  sso_unreachable: 'the provider did not answer',
  sso_misconfigured: 'the client or the issuer is another',
  sso_clock: 'the clocks differ',
  sso_denied: 'the provider refused',
  sso_refused: 'the answer did not fit',
  sso_expired: 'begun elsewhere, or too long ago',
  sso_used: 'the code was used or too old',
  sso_ended: 'signed out at the provider meanwhile',
  sso_email: 'no verified email',
  sso_domain: 'another domain',
  sso_groups: 'the groups were not told',
  sso_other_account: 'another account has this email',
  sso_disabled: 'disabled',
  sso_unclaimed: 'nobody had set Debrief up',
  passkey_expired: 'begun elsewhere, too long ago, or used before',
  passkey_unknown: 'the passkey lets nobody in',
  passkey_refused: 'the answer of the passkey did not fit',
  password_not_enough: 'a password alone does not do',
  provider_needed: 'single sign-on alone does',
}
