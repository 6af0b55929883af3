/** Every failure a user can meet: its HTTP status and a sentence that is safe to show. */
const FAILURES = {
  not_signed_in: { status: 401, message: 'Sign in to see this.' },
  another_member: { status: 409, message: 'This page was drawn for another member.' },
  sign_in_failed: { status: 401, message: 'That email and password do not match.' },
  cookies_blocked: {
    status: 400,
    message: 'This browser did not keep the sign-in cookie. Allow cookies here and try again.',
  },
  forbidden: { status: 403, message: 'Your role does not allow that.' },
  foreign_origin: { status: 403, message: 'This request came from another site, so it was refused.' },
  not_found: { status: 404, message: 'There is nothing here, or you may not see it.' },
  interview_not_found: { status: 404, message: 'There is no such interview, or you may not see it.' },
  flow_not_found: { status: 404, message: 'There is no such flow, or you may not see it.' },
  flow_in_part: {
    status: 403,
    message: 'You see single interviews of this flow, and this holds for all of them: ask somebody who sees the flow.',
  },
  vote_changed: {
    status: 409,
    message:
      'Your vote was changed meanwhile, in another tab or on another device. Look at what stands and vote again.',
  },
  vote_closed: { status: 409, message: 'This interview was not taken, so there is nothing to vote on.' },
  question_not_found: { status: 404, message: 'This flow does not have that question, and nobody was asked it.' },
  answer_not_found: {
    status: 404,
    message: 'This interview was not asked that question, so there is nothing to rate.',
  },
  rating_changed: {
    status: 409,
    message: 'You rated this answer otherwise meanwhile, in another tab or on another device.',
  },
  anchors_changed: {
    status: 409,
    message: 'Somebody else has changed this scale meanwhile. Cancel to look at theirs, then write yours.',
  },
  note_not_found: { status: 404, message: 'This note is gone, or it belongs to another interview.' },
  note_not_yours: { status: 403, message: 'Only its author can change a note. Answer it instead.' },
  correction_not_found: { status: 404, message: 'This correction is gone, or it belongs to another interview.' },
  correction_not_yours: {
    status: 403,
    message: 'Only its author can change a correction. Select the words and correct them anew.',
  },
  correction_elsewhere: {
    status: 409,
    message: 'This correction is about other words. Select these and correct them anew.',
  },
  correction_withdrawn: {
    status: 409,
    message: 'This correction was taken back or replaced meanwhile. Reload the page to see what stands.',
  },
  correction_outdated: {
    status: 409,
    message: 'The transcript does not say that any more. Reload the page and select the words again.',
  },
  attempt_elsewhere: {
    status: 409,
    message: 'Attempts are interviews of one candidate in one flow, and these two are of different flows.',
  },
  export_too_large: {
    status: 413,
    message: 'An export has at most 100,000 interviews. Narrow the list and export it in parts.',
  },
  transcript_untimed: {
    status: 409,
    message: 'No time is known of anything that is said here, so there are no subtitles. Take the transcript as text.',
  },
  interview_invalid: {
    status: 409,
    message: 'This interview is marked as invalid, so votes and ratings are closed until that is taken back.',
  },
  invalid_already: { status: 409, message: 'A colleague has marked this interview as invalid already.' },
  invalidation_not_yours: {
    status: 403,
    message: 'Who marked this interview as invalid can take that back, and so can a recruiter or an admin.',
  },
  score_not_shown: { status: 409, message: 'There is no such score to see, so it cannot be marked as wrong.' },
  decline_reasons_changed: {
    status: 409,
    message: 'Somebody has changed these reasons meanwhile. Cancel to see theirs, then write yours.',
  },
  status_changed: { status: 409, message: 'Somebody has changed the status meanwhile.' },
  reviewer_not_found: {
    status: 404,
    message: 'There is no such member, or they may not see this interview. Choose another one.',
  },
  recording_not_found: { status: 404, message: 'This interview has no such recording.' },
  recording_gone: { status: 404, message: 'The recording is no longer available from Ribbon.' },
  recording_unreachable: { status: 502, message: 'The recording’s server is not answering. Try again in a minute.' },
  recording_refused: {
    status: 502,
    message: 'The recording was refused: it is not at an address or of a type that Debrief serves.',
  },
  range_unsatisfiable: { status: 416, message: 'The recording does not have that part.' },
  method_not_allowed: { status: 405, message: 'Nothing here can be asked for in this way.' },
  invalid_input: { status: 400, message: 'That request could not be read.' },
  body_too_large: { status: 413, message: 'That is larger than Debrief accepts.' },
  too_many_attempts: { status: 429, message: 'Too many attempts. Wait a few minutes and try again.' },
  sign_in_busy: { status: 503, message: 'Many people are signing in right now. Try again in a few seconds.' },
  sso_unreachable: { status: 502, message: 'The identity provider is not answering. Try again in a minute.' },
  sso_misconfigured: {
    status: 502,
    message: 'Debrief and the identity provider do not know each other as they should. Tell your admin.',
  },
  sso_clock: { status: 502, message: 'The clocks of Debrief and of the identity provider differ. Tell your admin.' },
  sso_denied: { status: 403, message: 'The identity provider did not let you in here. Ask whoever looks after it.' },
  sso_refused: { status: 403, message: 'What the identity provider answered cannot be trusted. Start again.' },
  sso_expired: { status: 400, message: 'This sign-in was begun elsewhere, or too long ago. Start again.' },
  sso_used: { status: 400, message: 'This sign-in was used already, or it took too long. Start again.' },
  sso_ended: { status: 403, message: 'The identity provider has signed you out meanwhile. Start again.' },
  sso_email: {
    status: 403,
    message: 'The identity provider does not say that an email is yours. Ask whoever looks after it to verify yours.',
  },
  sso_domain: { status: 403, message: 'Your email’s domain is not one that may sign in here. Ask your admin.' },
  sso_groups: { status: 403, message: 'The identity provider does not say which groups you are in. Tell your admin.' },
  sso_other_account: {
    status: 409,
    message: 'The member with your email signs in with another account of the identity provider. Ask your admin.',
  },
  sso_unclaimed: {
    status: 403,
    message: 'Nobody has set Debrief up yet. Open /setup first, and make the first admin.',
  },
  sso_disabled: { status: 403, message: 'You can no longer sign in here. Ask your admin.' },
  passkey_expired: { status: 400, message: 'This was begun in another tab or too long ago, or is used up. Try again.' },
  passkey_unknown: {
    status: 401,
    message: 'Nobody signs in here with that passkey any more. Use another way in, or ask your admin.',
  },
  passkey_refused: { status: 401, message: 'What the passkey answered cannot be trusted. Try again.' },
  passkey_missing: { status: 403, message: 'A passkey is required here. Reload the page to add yours.' },
  password_not_enough: {
    status: 403,
    message: 'A password alone does not let you in here. Use your passkey or single sign-on.',
  },
  provider_needed: {
    status: 403,
    message: 'Your company’s groups say what you may do here, so single sign-on alone lets you in.',
  },
  password_needed: { status: 403, message: 'You signed in a while ago. Type your current password.' },
  sign_in_too_old: { status: 403, message: 'You signed in a while ago. Sign out and in again, then add the passkey.' },
  passkey_known: { status: 409, message: 'That passkey is here already.' },
  passkeys_too_many: { status: 409, message: 'A member has at most 20 passkeys. Remove one first.' },
  passkey_not_found: { status: 404, message: 'There is no such passkey, or it is not yours.' },
  last_way_in: {
    status: 409,
    message: 'You could not sign in any more without this passkey. Add another one first.',
  },
  passkeys_nowhere: { status: 409, message: 'Passkeys need an address with a name. Change NEXTAUTH_URL first.' },
  own_passkey_first: {
    status: 409,
    message: 'You would lock yourself out. Add a passkey in your account and sign in with it, then require one.',
  },
  requirement_changed: {
    status: 409,
    message: 'Somebody has changed of whom one is required meanwhile. Reload the page to see what stands, then choose.',
  },
  break_glass_role: { status: 409, message: 'Only an admin can be there to break the glass. Make them one first.' },
  break_glass_password: { status: 409, message: 'They have no password to break the glass with. Set one first.' },
  logout_token_invalid: { status: 400, message: 'This logout token is not one that counts.' },
  setup_closed: { status: 404, message: 'This installation already has members. Sign in instead.' },
  setup_code_wrong: { status: 403, message: 'That is not the code in the server’s log.' },
  name_invalid: {
    status: 400,
    message: 'A name is on one line, of at most 80 characters, without an @ and with something in it that can be seen.',
  },
  email_invalid: { status: 400, message: 'That is not a complete email address.' },
  password_too_short: { status: 400, message: 'Use at least 15 characters.' },
  password_too_long: { status: 400, message: 'Use at most 256 characters.' },
  member_disabled: { status: 409, message: 'This member is disabled. Enable them first.' },
  password_serves_nothing: {
    status: 409,
    message: 'A password does not let this member in here. They come in with single sign-on.',
  },
  password_link_closed: {
    status: 410,
    message: 'This link was used or is too old. Ask for a new one, or ask your admin.',
  },
  mail_off: { status: 404, message: 'No mail is sent from here. Ask your admin for a link.' },
  mail_refused: { status: 502, message: 'The mail server refused the mail.' },
  mail_unreachable: { status: 502, message: 'The mail server is not answering.' },
  password_wrong: { status: 403, message: 'That is not your current password.' },
  password_common: { status: 400, message: 'That password is among the first ones an attacker tries. Choose another.' },
  member_exists: { status: 409, message: 'There is already a member with this email.' },
  invitation_not_found: { status: 404, message: 'This invitation was used or withdrawn, or it is not yours.' },
  invitation_closed: {
    status: 410,
    message: 'This link was used or is too old. Ask whoever invited you for a new one.',
  },
  invited_already_member: {
    status: 409,
    message: 'There is a member with this email by now. Sign in instead.',
  },
  scope_too_wide: {
    status: 403,
    message: 'You can only let somebody see what you see yourself. Choose less.',
  },
  member_not_found: { status: 404, message: 'There is no such member.' },
  member_changed: {
    status: 409,
    message: 'Somebody has changed what this member may do meanwhile. Look at what stands, then choose again.',
  },
  last_admin: { status: 409, message: 'This is the last admin who can sign in. Make another admin first.' },
  audit_event_not_found: { status: 404, message: 'The audit log has no such event, or it is not sealed yet.' },
  audit_head_not_kept: {
    status: 503,
    message: 'The head of the audit log could not be written to where AUDIT_HEAD_FILE says.',
  },
  own_rights: {
    status: 409,
    message: 'Nobody takes their own rights from themselves here, lest it happens by accident. Ask another admin.',
  },
  admin_sees_all: { status: 409, message: 'An admin sees everything. Give another role first.' },
  scope_unknown: { status: 400, message: 'Some of what this member is to see does not exist.' },
  not_ready: { status: 503, message: 'Not ready.' },
  database_unavailable: {
    status: 503,
    message: 'The database is not answering. What was saved is safe; try again in a few seconds.',
  },
  database_full: { status: 503, message: 'The database’s disk is full, so nothing new can be saved. Tell your admin.' },
  webhooks_off: {
    status: 503,
    message: 'Webhooks are not set up here: neither a flow’s secret nor a default one is known.',
  },
  webhook_unsigned: { status: 401, message: 'The signature does not match the body.' },
  ribbon_unreachable: { status: 502, message: 'Ribbon is not answering.' },
  ribbon_unauthorized: { status: 502, message: 'Ribbon does not accept the API key.' },
  ribbon_forbidden: { status: 502, message: 'Ribbon says this belongs to another organisation.' },
  ribbon_not_found: { status: 404, message: 'Ribbon does not know this.' },
  ribbon_rate_limited: { status: 503, message: 'Ribbon asks us to slow down.' },
  ribbon_rejected: { status: 502, message: 'Ribbon could not answer.' },
  ribbon_unreadable: { status: 502, message: 'Ribbon answered something that cannot be read.' },
  unexpected: {
    status: 500,
    message: 'Something went wrong on our side. Try again; if it stays, give the id to your admin.',
  },
} as const

export type FailureCode = keyof typeof FAILURES

const BRAND = Symbol.for('debrief.error')

/** `retryAfterSeconds` is how long whoever refused asked not to be asked again. */
type FailureOptions = ErrorOptions & { detail?: string; retryAfterSeconds?: number }

/** `message` and `detail`, which says what to change, are safe to show; the reason travels in `cause`, to the log only. */
export class DebriefError extends Error {
  readonly [BRAND] = true
  readonly code: FailureCode
  readonly status: number
  readonly detail: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: FailureCode, options?: FailureOptions) {
    super(FAILURES[code].message, options)
    this.name = 'DebriefError'
    this.code = code
    this.status = FAILURES[code].status
    this.detail = options?.detail
    this.retryAfterSeconds = options?.retryAfterSeconds
  }

  /** Next loads a module several times in one process: an error of another copy of this class is one all the same. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Object && BRAND in value
  }
}

export function failureMessage(code: FailureCode): string {
  return FAILURES[code].message
}

export function failureStatus(code: FailureCode): number {
  return FAILURES[code].status
}

export function isFailureCode(value: string): value is FailureCode {
  return Object.hasOwn(FAILURES, value)
}
