import { CORRECTION, KEY, NOTE, type ChangeScene } from './scene'

/** As one of our pages sends it. */
export type Change = { parameters?: Record<string, string> | undefined; body?: unknown }

const PASSWORD = 'vexed otter plays nine zithers'

/** What no authenticator has signed. */
const UNSIGNED = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }
const ATTESTATION = { ...UNSIGNED, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } }
const ASSERTION = {
  ...UNSIGNED,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
}

const refused = (): Change[] => [{ parameters: { reason: 'method' } }]
const nowhere = (): Change[] => [{ parameters: { nowhere: 'nowhere' } }]

/** What each route that changes something takes. */
export const CHANGES: Record<string, (scene: ChangeScene) => Change[]> = {
  'PUT /api/interviews/[interviewId]/notes/[noteId]': () => [
    { parameters: { noteId: crypto.randomUUID() }, body: NOTE },
  ],
  'DELETE /api/interviews/[interviewId]/notes/[noteId]': ({ noteId }) => [{ parameters: { noteId } }],
  'PUT /api/interviews/[interviewId]/corrections/[correctionId]': () => [
    { parameters: { correctionId: crypto.randomUUID() }, body: CORRECTION },
  ],
  'DELETE /api/interviews/[interviewId]/corrections/[correctionId]': ({ correctionId }) => [
    { parameters: { correctionId } },
  ],
  'PUT /api/interviews/[interviewId]/ratings/[questionKey]': () => [
    { parameters: { questionKey: KEY }, body: { rating: 4 } },
  ],
  'DELETE /api/interviews/[interviewId]/ratings/[questionKey]': () => [{ parameters: { questionKey: KEY } }],
  'PUT /api/flows/[flowId]/questions/[questionKey]/anchors': ({ flowId }) => [
    {
      parameters: { flowId, questionKey: KEY },
      body: { one: 'Blames others.', three: null, five: 'Names their own mistake.', replaces: null },
    },
  ],
  'PUT /api/flows/[flowId]/names': ({ flowId }) => [{ parameters: { flowId }, body: { hidden: false } }],
  'POST /api/flows/[flowId]/names/reveal': ({ flowId }) => [{ parameters: { flowId } }],
  'POST /api/interviews/[interviewId]/heard': () => [{ body: { spans: [{ start: 0, end: 2 }] } }],
  'POST /api/interviews/[interviewId]/read': () => [{ body: { spans: [{ start: 0, end: 2 }] } }],
  'PUT /api/interviews/[interviewId]/status': () => [
    { body: { status: 'on_hold', reason: null } },
    { body: { status: 'declined', reason: 'No nights' } },
  ],
  'PUT /api/statuses': ({ interviewId, version }) => [
    { body: { status: 'on_hold', reason: 'Later', interviews: [{ id: interviewId, replaces: version }] } },
  ],
  'POST /api/statuses/undo': ({ version }) => [{ body: { versions: [version] } }],
  'PUT /api/interviews/[interviewId]/invalid': () => [{ body: { cause: 'too_little_said', reason: 'Silence' } }],
  'DELETE /api/interviews/[interviewId]/invalid': () => [{}],
  'PUT /api/interviews/[interviewId]/overrides/[score]': () => [
    { parameters: { score: 'skills' }, body: { reason: 'She ran it for years' } },
  ],
  'DELETE /api/interviews/[interviewId]/overrides/[score]': () => [{ parameters: { score: 'skills' } }],
  'PUT /api/interviews/[interviewId]/vote': () => [{ body: { vote: 'hire', reason: 'Calm', replaces: null } }],
  'DELETE /api/interviews/[interviewId]/vote': () => [{}],
  'POST /api/interviews/[interviewId]/reveal': () => [{}],
  'PUT /api/flows/[flowId]/blind': ({ flowId }) => [
    { parameters: { flowId }, body: { colleagues: true, assessment: false } },
  ],
  'PUT /api/interviews/[interviewId]/attempt-link': ({ attempts }) => [
    { parameters: { interviewId: attempts[0] }, body: { other: attempts[1] } },
  ],
  'DELETE /api/interviews/[interviewId]/attempt-link': () => [{}],
  'PUT /api/flows/[flowId]/decline-reasons': ({ flowId }) => [
    { parameters: { flowId }, body: { reasons: ['No nights'] } },
  ],
  'POST /api/interviews/[interviewId]/asks': ({ me }) => [
    { body: { memberId: me.memberId, message: 'Please look by Friday', dueOn: '2026-12-04' } },
  ],
  'POST /api/assignments': ({ me, interviewId }) => [
    { body: { interviewIds: [interviewId], memberIds: [me.memberId], dueOn: '2026-12-04' } },
    { body: { flowId: 'none', memberIds: [me.memberId], votesEach: 2 } },
  ],
  'POST /api/assignments/chosen': ({ interviewId }) => [{ body: { interviewIds: [interviewId] } }],
  'POST /api/exports/interviews.csv': ({ interviewId }) => [{ body: { interviewIds: [interviewId] } }],
  'POST /api/exports/interviews.json': ({ interviewId }) => [{ body: { interviewIds: [interviewId] } }],
  'POST /api/assignments/withdrawn': ({ noteId }) => [{ body: { assignmentIds: [noteId] } }],
  'POST /api/review/here': () => [{}],
  'PUT /api/review/queue/place': ({ interviewId }) => [{ body: { interviewId } }],
  'PUT /api/review/queue/skips/[interviewId]': () => [{}],
  'DELETE /api/review/queue/skips/[interviewId]': () => [{}],
  'POST /api/mentions/seen': ({ noteId }) => [{ body: { noteIds: [noteId] } }],
  'PATCH /api/members/[memberId]': ({ colleague, flowId, interviewId }) => [
    { parameters: { memberId: colleague.memberId }, body: { role: 'recruiter', disabled: true } },
    {
      parameters: { memberId: colleague.memberId },
      body: {
        scope: { teams: ['team_a'], flows: [flowId], interviews: [interviewId] },
        replaces: { role: 'reviewer', scope: { teams: ['team_b'], flows: [], interviews: [] }, disabled: false },
      },
    },
  ],
  'DELETE /api/members/[memberId]': ({ colleague }) => [{ parameters: { memberId: colleague.memberId } }],
  'DELETE /api/members/[memberId]/sessions': ({ colleague }) => [{ parameters: { memberId: colleague.memberId } }],
  'POST /api/connection/check': () => [{}],
  'POST /api/setup': ({ me }) => [{ body: { code: 'none', email: me.email, password: PASSWORD } }],
  'PUT /api/account/name': () => [{ body: { name: 'Ada Byron' } }],
  'PUT /api/account/password': () => [{ body: { current: 'wrong', password: PASSWORD } }],
  'PATCH /api/account/preferences': () => [
    { body: { appearance: 'dark', language: 'de-DE', timeZone: 'Europe/Berlin' } },
  ],
  'DELETE /api/account/sessions': () => [{}],
  'DELETE /api/account/sessions/[sessionId]': ({ noteId }) => [{ parameters: { sessionId: noteId } }],
  'POST /api/account/passkeys/challenge': () => [{ body: { name: 'Laptop' } }],
  'POST /api/account/passkeys/added': () => [{ body: { name: 'Laptop', attestation: ATTESTATION } }],
  'PATCH /api/account/passkeys/[passkeyId]': ({ noteId }) => [
    { parameters: { passkeyId: noteId }, body: { name: 'Laptop' } },
  ],
  'DELETE /api/account/passkeys/[passkeyId]': ({ noteId }) => [{ parameters: { passkeyId: noteId } }],
  'POST /api/sign-in/challenge': () => [{}],
  'POST /api/sign-in/passkey': () => [{ body: ASSERTION }],
  'PUT /api/passkeys/requirement': () => [{ body: { of: 'nobody' } }],
  'DELETE /api/members/[memberId]/passkeys': ({ colleague }) => [{ parameters: { memberId: colleague.memberId } }],
  'POST /api/invitations': ({ flowId, interviewId }) => [
    {
      body: {
        emails: ['new@example.com'],
        role: 'reviewer',
        scope: { teams: ['team_a'], flows: [flowId], interviews: [interviewId] },
      },
    },
  ],
  'POST /api/invitations/[invitationId]': ({ noteId }) => [{ parameters: { invitationId: noteId } }],
  'DELETE /api/invitations/[invitationId]': ({ noteId }) => [{ parameters: { invitationId: noteId } }],
  'POST /api/invitations/accepted': () => [{ body: { token: 'none', name: 'Ada', password: 'vexed otter' } }],
  'POST /api/members/[memberId]/password-link': ({ noteId }) => [{ parameters: { memberId: noteId } }],
  'POST /api/password-links/asked': ({ me }) => [{ body: { email: me.email } }],
  'POST /api/password-links/used': () => [{ body: { token: 'none', password: 'vexed otter' } }],
  'POST /api/[...nowhere]': nowhere,
  'PUT /api/[...nowhere]': nowhere,
  'PATCH /api/[...nowhere]': nowhere,
  'DELETE /api/[...nowhere]': nowhere,
  'POST /api/refused/[reason]': refused,
  'PUT /api/refused/[reason]': refused,
  'PATCH /api/refused/[reason]': refused,
  'DELETE /api/refused/[reason]': refused,
  'POST /api/auth/[...nextauth]': ({ me }) => [
    { parameters: { nextauth: 'signout' }, body: { csrfToken: 'none' } },
    {
      parameters: { nextauth: 'callback/credentials' },
      body: { csrfToken: 'none', email: me.email, password: PASSWORD },
    },
  ],
}
