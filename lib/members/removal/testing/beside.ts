// What may happen at the moment in which somebody is removed.
import { changePassword, endOtherSessions, renameAccount, setPreferences } from '../../../account/commands'
import { askMember, assignByHand, assignFlow, withdrawAssignments } from '../../../assignments/commands'
import { endProviderSessions } from '../../../auth/oidc/provider-logout'
import { signInByOidc } from '../../../auth/oidc/sign-in'
import { operator } from '../../../auth/operator'
import { signIn } from '../../../auth/sign-in/sign-in'
import { signOut } from '../../../auth/sign-in/sign-out'
import { whoMay } from '../../../db/testing/fixtures'
import { recordListening } from '../../../listening/commands'
import { deleteNote, writeNote } from '../../../notes/commands'
import { removePasskey, renamePasskey } from '../../../passkeys/commands'
import { listPasskeys } from '../../../passkeys/queries'
import { signInByPasskey } from '../../../passkeys/sign-in'
import { begunSignIn, givenPasskey } from '../../../passkeys/testing/passkeys'
import { makePasswordLink } from '../../../password-links/commands'
import { usePasswordLink } from '../../../password-links/using'
import { skipInterview } from '../../../queue/commands'
import { setStatus, takeBackStatuses } from '../../../status/commands'
import { invalidateInterview, overrideScore, withdrawInvalidation } from '../../../validity/commands'
import { castVote, withdrawVote } from '../../../votes/commands'
import { changeMember, endMemberSessions, renameMember, resetPassword } from '../../commands'
import { ISSUER } from '../../testing/admins'
import { removePasskeysOf, setBreakGlass, unlinkMember } from '../../ways-in/commands'
import { removeMember } from '../commands'
import type { Somebody } from './somebody'

type Beside = Record<string, (of: Somebody) => Promise<unknown>>

const PASSWORD = 'nine zithers vex every otter'
/** Nobody is refused for what others have tried. */
const from = () => ({ address: crypto.randomUUID(), userAgent: null })
const account = ({ viewer }: Somebody) => whoMay(viewer, 'account.manage')
const others = { parentId: null, at: null, quote: null }

/** By somebody else. */
const WITH_THEM: Beside = {
  'they are given another role': ({ memberId }) => changeMember(operator(), memberId, { role: 'reviewer' }),
  'they are given another scope': ({ memberId, interviewId }) => {
    const scope = { teams: [], flows: [], interviews: [interviewId] }
    return changeMember(operator(), memberId, { role: 'reviewer', scope })
  },
  'they are disabled': ({ memberId }) => changeMember(operator(), memberId, { disabled: true }),
  'they are removed': ({ memberId }) => removeMember(operator(), memberId),
  'they are renamed': ({ email }) => renameMember(operator(), { email, name: 'Ada Byron' }),
  'they are signed out': ({ memberId }) => endMemberSessions(operator(), memberId),
  'the provider signs them out': ({ memberId: subject }) =>
    endProviderSessions({ issuer: ISSUER, subject, sid: null, jti: crypto.randomUUID(), issuedAt: now() }),
  'their password is reset': ({ email }) => resetPassword(operator(), { email, password: PASSWORD }),
  'a link is made for them': ({ memberId }) => makePasswordLink(operator(), { memberId }),
  'they are to break the glass': ({ email }) => setBreakGlass(operator(), { email, on: true }),
  'they are unlinked': ({ email }) => unlinkMember(operator(), email),
  'their passkeys are taken away': ({ memberId }) => removePasskeysOf(operator(), memberId),
  'they are asked for something': ({ colleague, interviewId, memberId, name }) =>
    askMember(colleague, interviewId, { memberId, message: `@${name}: please`, dueOn: null }),
  'they are named': ({ colleague, interviewId, name }) =>
    writeNote(colleague, { interviewId, noteId: crypto.randomUUID() }, { ...others, body: `@${name}: look` }),
}

const now = () => Math.floor(Date.now() / 1_000)
const said = { email: null, name: null, sid: null }

/** By what they have to come in. */
const COMING_IN: Beside = {
  'they sign in by password': async ({ email }) => signIn({ email, password: PASSWORD, ...from() }),
  'they sign in by passkey': async ({ memberId: id }) => {
    const { challengeCookie } = await begunSignIn()
    const response = { clientDataJSON: '', authenticatorData: '', signature: '', userHandle: '' }
    const assertion = { id, rawId: id, type: 'public-key' as const, response }
    return signInByPasskey({ assertion, challengeCookie, from: from() })
  },
  'they sign in by the provider': ({ memberId: subject }) =>
    signInByOidc({ issuer: ISSUER, subject, ...said, groups: ['hiring'], issuedAt: now() }, from()),
  'they sign in by another account there': ({ email }) =>
    signInByOidc({ issuer: ISSUER, subject: crypto.randomUUID(), ...said, email, groups: [], issuedAt: now() }, from()),
  'they use a link for a password': ({ token }) => usePasswordLink({ token, password: PASSWORD, ...from() }),
}

/** In their session. */
const BY_THEM: Beside = {
  'they sign out': ({ viewer }) => signOut(viewer.sessionId),
  'they sign out elsewhere': (of) => endOtherSessions(account(of)),
  'they change their password': (of) =>
    changePassword(account(of), { current: PASSWORD, password: `${PASSWORD}s`, from: from(), deviceCookie: undefined }),
  'they call themselves otherwise': (of) => renameAccount(account(of), 'Ada Byron'),
  'they set a time zone': (of) => setPreferences(account(of), { timeZone: 'Europe/Vienna' }),
  'they add a passkey': ({ viewer }) => givenPasskey(viewer),
  'they call a passkey otherwise': async (of) => {
    const [passkey] = await listPasskeys(account(of))
    return renamePasskey(account(of), passkey?.id ?? crypto.randomUUID(), 'Desk')
  },
  'they remove a passkey': async (of) => {
    const [passkey] = await listPasskeys(account(of))
    return removePasskey(account(of), passkey?.id ?? crypto.randomUUID())
  },
  'they vote otherwise': ({ viewer, interviewId }) => castVote(viewer, interviewId, { vote: 'no_hire', reason: null }),
  'they take their vote back': ({ viewer, interviewId }) => withdrawVote(viewer, interviewId),
  'they decide otherwise': ({ viewer, interviewId }) =>
    setStatus(whoMay(viewer, 'status.set'), { id: interviewId }, { status: 'shortlisted', reason: null }),
  'they take a decision back': ({ viewer, version }) => takeBackStatuses(whoMay(viewer, 'status.set'), [version]),
  'they mark an interview otherwise': ({ viewer, marked }) =>
    invalidateInterview(viewer, marked, { cause: 'too_little_said', reason: 'Silence' }),
  'they take a mark back': ({ viewer, marked }) => withdrawInvalidation(viewer, marked),
  'they hold a score to be wrong': ({ viewer, interviewId }) =>
    overrideScore(viewer, { interviewId, score: 'skills' }, { reason: 'She ran it for years' }),
  'they change a note': ({ viewer, interviewId, noteId }) =>
    writeNote(viewer, { interviewId, noteId }, { ...others, body: 'Look' }),
  'they delete a note': ({ viewer, interviewId, noteId }) => deleteNote(viewer, { interviewId, noteId }),
  'they hand out to themselves': ({ viewer, interviewId, memberId }) =>
    assignByHand(whoMay(viewer, 'assignment.manage'), {
      ...{ interviewIds: [interviewId], memberIds: [memberId], dueOn: '2026-12-01' },
    }),
  'they share a flow out': ({ viewer, flowId, colleague }) =>
    assignFlow(whoMay(viewer, 'assignment.manage'), {
      ...{ flowId, memberIds: [colleague.memberId], votesEach: 2, dueOn: '2026-12-01' },
    }),
  'they take back what was handed out': ({ viewer, assignmentIds }) => withdrawAssignments(viewer, assignmentIds),
  'they skip one in their queue': ({ viewer, interviewId }) => skipInterview(viewer, interviewId),
  'they listen': ({ viewer, interviewId }) => recordListening(viewer, interviewId, [{ start: 0, end: 1 }]),
}

export const BESIDE = Object.entries({ ...WITH_THEM, ...COMING_IN, ...BY_THEM })
