/** What a route can be asked about; `word` is said there, and `newId` is one that a browser makes. */
export const NAMED = [
  ...(['interviewId', 'flowId', 'teamId', 'questionKey', 'memberId', 'email', 'noteId', 'correctionId'] as const),
  ...(['assignmentId', 'statusVersion', 'invitationId', 'sessionId', 'passkeyId', 'seq', 'word', 'newId'] as const),
] as const
export type Target = Record<(typeof NAMED)[number], string>

/** What whoever asks may see; `since` is what their list gave as its `asOf`. */
export type Own = Pick<Target, 'interviewId' | 'flowId' | 'questionKey' | 'memberId'> & { since: string }

export type Ask = { parameters?: Record<string, string>; search?: Record<string, string | undefined>; body?: unknown }
type Asks = (about: Target, own: Own) => Ask[]

const NEW_PASSWORD = 'vexed otter plays nine zithers'
const nothing: Asks = () => [{}]
const theAddress: Asks = (about) => [{ parameters: about }]
const theAddressWith =
  (body: unknown): Asks =>
  (about) => [{ parameters: about, body }]
const justABody =
  (body: unknown): Asks =>
  () => [{ body }]

const ofAList: Asks = ({ interviewId, flowId, teamId, word }) => [
  {},
  ...[
    { id: interviewId },
    { flow: flowId },
    { team: teamId },
    { q: word },
    { q: `note:${word}` },
    { q: `-${word}` },
  ].map((search) => ({ search })),
]
/** An export of all of it is too long to be asked for seven times. */
const ofAnExport: Asks = ({ interviewId, flowId, word }) =>
  [{ id: interviewId }, { flow: flowId }, { q: word }].map((search) => ({ search }))
const chosen: Asks = ({ interviewId }, own) => [
  { body: { interviewIds: [interviewId] } },
  { body: { interviewIds: [own.interviewId, interviewId] } },
]
const ofFinalists: Asks = (about, own) => [
  { parameters: about, search: { ids: about.interviewId } },
  { parameters: own, search: { ids: `${own.interviewId},${about.interviewId}` } },
]
const ofTheLog: Asks = ({ memberId, interviewId }) => [
  {},
  { search: { member: memberId } },
  { search: { interview: interviewId } },
]
const refused: Asks = () => [{ parameters: { reason: 'address' } }]
const nowhere: Asks = () => [{ parameters: { nowhere: 'nowhere' } }]
const noLink = { token: 'a-token-of-no-link-whatever-that-anybody-made' }
const note = (parentId: string | null) => ({ parentId, body: 'Mine', at: null, quote: null })
const correction = { segment: 0, from: 0, to: 3, original: 'abc', replacement: 'abd' }
const anchors = { one: 'Blames others.', three: null, five: null, replaces: null }
const spans = { spans: [{ start: 0, end: 2 }] }

/** How each route is asked about something, beside whatever of it stands in the address. HEAD is asked as GET is, a page as its GET. */
export const ASKS: Record<string, Asks> = {
  'GET /': nothing,
  'GET /account': nothing,
  'GET /audit': ofTheLog,
  'GET /candidates': ofAList,
  'GET /candidates/[interviewId]': (about, own) => [
    { parameters: about },
    { parameters: about, search: { queue: '' } },
    ...[{ flow: about.flowId }, { q: about.word }, { id: about.interviewId }].map((search) => ({
      parameters: { ...about, ...own },
      search,
    })),
  ],
  'GET /compare': ({ flowId, questionKey, interviewId }, own) => [
    { search: { flow: flowId } },
    { search: { flow: flowId, q: questionKey } },
    { search: { flow: flowId, view: 'side', ids: interviewId } },
    { search: { flow: own.flowId, q: questionKey } },
  ],
  'GET /connection': nothing,
  'GET /forgot': nothing,
  'GET /home': nothing,
  'GET /invitations': nothing,
  'GET /invite/[token]': () => [{ parameters: noLink }],
  'GET /passkey': nothing,
  'GET /problems/[code]': () => [{ parameters: { code: 'not_found' } }],
  'GET /reset/[token]': () => [{ parameters: noLink }],
  'GET /review': ({ flowId }) => [{}, { search: { split: '', flow: flowId } }],
  'GET /settings': nothing,
  'GET /setup': nothing,
  'GET /sign-in': ({ interviewId }) => [{ search: { callbackUrl: `/candidates/${interviewId}` } }],
  'GET /team': nothing,

  'GET /api/account/passkeys': nothing,
  'PATCH /api/account/passkeys/[passkeyId]': theAddressWith({ name: 'Mine' }),
  'DELETE /api/account/passkeys/[passkeyId]': theAddress,
  'POST /api/account/passkeys/added': justABody({}),
  'POST /api/account/passkeys/challenge': justABody({}),
  'GET /api/account/sessions': nothing,
  'DELETE /api/account/sessions': nothing,
  'DELETE /api/account/sessions/[sessionId]': theAddress,
  'PUT /api/account/name': justABody({ name: 'Somebody Else' }),
  'PUT /api/account/password': justABody({ current: 'not mine', password: NEW_PASSWORD }),
  'PATCH /api/account/preferences': justABody({ appearance: 'dark' }),
  'GET /api/assignments': ({ flowId }) => [{ search: { flow: flowId } }],
  'POST /api/assignments': ({ interviewId, memberId, flowId }, own) => [
    { body: { interviewIds: [interviewId], memberIds: [own.memberId] } },
    { body: { interviewIds: [own.interviewId], memberIds: [memberId] } },
    { body: { flowId, memberIds: [own.memberId], votesEach: 1 } },
    { body: { flowId: own.flowId, memberIds: [memberId], votesEach: 1 } },
  ],
  'POST /api/assignments/chosen': chosen,
  'POST /api/assignments/withdrawn': ({ assignmentId }) => [{ body: { assignmentIds: [assignmentId] } }],
  'GET /api/audit': ofTheLog,
  'GET /api/audit/head': nothing,
  'GET /api/audit/[seq]/proof': theAddress,
  'GET /api/auth/[...nextauth]': () => [{ parameters: { nextauth: 'session' } }],
  'POST /api/auth/[...nextauth]': ({ email }) => [
    {
      parameters: { nextauth: 'callback/credentials' },
      body: { csrfToken: 'none', email, password: NEW_PASSWORD },
    },
  ],
  'POST /api/auth/backchannel-logout': ({ memberId }) => [{ body: { logout_token: memberId } }],
  'GET /api/connection': nothing,
  'POST /api/connection/check': nothing,
  'GET /api/exports/audit.csv': ofTheLog,
  'GET /api/exports/audit.json': ofTheLog,
  'GET /api/exports/interviews.csv': ofAnExport,
  'GET /api/exports/interviews.json': ofAnExport,
  'POST /api/exports/interviews.csv': chosen,
  'POST /api/exports/interviews.json': chosen,
  'GET /api/flows': nothing,
  'GET /api/flows/[flowId]/blind': theAddress,
  'PUT /api/flows/[flowId]/blind': theAddressWith({ colleagues: true, assessment: true }),
  'GET /api/flows/[flowId]/decline-reasons': theAddress,
  'PUT /api/flows/[flowId]/decline-reasons': theAddressWith({ reasons: ['No nights'] }),
  'GET /api/flows/[flowId]/finalists': ofFinalists,
  'GET /api/flows/[flowId]/matrix': theAddress,
  'PUT /api/flows/[flowId]/names': theAddressWith({ hidden: true }),
  'POST /api/flows/[flowId]/names/reveal': theAddress,
  'GET /api/flows/[flowId]/questions': theAddress,
  'PUT /api/flows/[flowId]/questions/[questionKey]/anchors': theAddressWith(anchors),
  'GET /api/flows/[flowId]/questions/[questionKey]/answers': (about, own) => [
    { parameters: about },
    { parameters: { ...about, flowId: own.flowId } },
  ],
  'GET /api/flows/[flowId]/questions/[questionKey]/answers/[interviewId]': (about, own) => [
    { parameters: about },
    { parameters: { ...about, flowId: own.flowId } },
    { parameters: { ...about, flowId: own.flowId, questionKey: own.questionKey } },
    { parameters: { ...about, interviewId: own.interviewId } },
  ],
  'GET /api/flows/[flowId]/side-by-side': ofFinalists,
  'GET /api/freshness': nothing,
  'GET /api/health/live': nothing,
  'GET /api/health/ready': nothing,
  'GET /api/interviews': ofAList,
  'GET /api/interviews/counts': ({ flowId, teamId, word }) =>
    [{}, { flow: flowId }, { team: teamId }, { q: word }].flatMap((search) =>
      ['flow', 'team', 'status'].map((by) => ({ search: { by, ...search } })),
    ),
  'GET /api/interviews/news': ({ interviewId, flowId, word }, { since }) =>
    [{ id: interviewId }, { flow: flowId }, { q: word }].map((search) => ({ search: { since, ...search } })),
  'GET /api/interviews/[interviewId]': theAddress,
  'GET /api/interviews/[interviewId]/asks': theAddress,
  'POST /api/interviews/[interviewId]/asks': (about, own) => [
    { parameters: about, body: { memberId: own.memberId } },
    { parameters: { ...about, ...own }, body: { memberId: about.memberId } },
  ],
  'PUT /api/interviews/[interviewId]/attempt-link': (about, own) => [
    { parameters: about, body: { other: own.interviewId } },
    { parameters: { ...about, ...own }, body: { other: about.interviewId } },
  ],
  'DELETE /api/interviews/[interviewId]/attempt-link': theAddress,
  'PUT /api/interviews/[interviewId]/corrections/[correctionId]': (about) => [
    { parameters: { ...about, correctionId: about.newId }, body: correction },
  ],
  'DELETE /api/interviews/[interviewId]/corrections/[correctionId]': (about, own) => [
    { parameters: about },
    { parameters: { ...about, ...own } },
  ],
  'GET /api/interviews/[interviewId]/heard': theAddress,
  'POST /api/interviews/[interviewId]/heard': theAddressWith(spans),
  'PUT /api/interviews/[interviewId]/invalid': theAddressWith({ cause: 'too_little_said', reason: 'Silence' }),
  'DELETE /api/interviews/[interviewId]/invalid': theAddress,
  'GET /api/interviews/[interviewId]/notes': theAddress,
  'PUT /api/interviews/[interviewId]/notes/[noteId]': (about, own) => [
    { parameters: { ...about, noteId: about.newId }, body: note(null) },
    { parameters: { ...about, ...own, noteId: about.newId }, body: note(about.noteId) },
  ],
  'DELETE /api/interviews/[interviewId]/notes/[noteId]': (about, own) => [
    { parameters: about },
    { parameters: { ...about, ...own } },
  ],
  'PUT /api/interviews/[interviewId]/overrides/[score]': (about) => [
    { parameters: { ...about, score: 'skills' }, body: { reason: 'She ran it for years' } },
  ],
  'DELETE /api/interviews/[interviewId]/overrides/[score]': (about) => [{ parameters: { ...about, score: 'skills' } }],
  'PUT /api/interviews/[interviewId]/ratings/[questionKey]': (about, own) => [
    { parameters: about, body: { rating: 4 } },
    { parameters: { ...about, interviewId: own.interviewId }, body: { rating: 4 } },
  ],
  'DELETE /api/interviews/[interviewId]/ratings/[questionKey]': theAddress,
  'GET /api/interviews/[interviewId]/read': theAddress,
  'POST /api/interviews/[interviewId]/read': theAddressWith(spans),
  'GET /api/interviews/[interviewId]/record.json': theAddress,
  'GET /api/interviews/[interviewId]/recording/[kind]': (about) => [{ parameters: { ...about, kind: 'audio' } }],
  'POST /api/interviews/[interviewId]/reveal': theAddress,
  'PUT /api/interviews/[interviewId]/status': theAddressWith({ status: 'declined', reason: 'No nights' }),
  'GET /api/interviews/[interviewId]/statuses': theAddress,
  'GET /api/interviews/[interviewId]/transcript.srt': theAddress,
  'GET /api/interviews/[interviewId]/transcript.txt': theAddress,
  'GET /api/interviews/[interviewId]/transcript.vtt': theAddress,
  'GET /api/interviews/[interviewId]/validity': theAddress,
  'PUT /api/interviews/[interviewId]/vote': theAddressWith({ vote: 'hire', reason: 'Calm' }),
  'DELETE /api/interviews/[interviewId]/vote': theAddress,
  'GET /api/interviews/[interviewId]/votes': theAddress,
  'GET /api/interviews/[interviewId]/words': theAddress,
  'GET /api/invitations': nothing,
  'POST /api/invitations': ({ teamId, flowId, interviewId }) =>
    [{ teams: [teamId] }, { flows: [flowId] }, { interviews: [interviewId] }].map((scope) => ({
      body: { emails: ['nobody-yet@example.com'], role: 'reviewer', scope },
    })),
  'POST /api/invitations/[invitationId]': theAddress,
  'DELETE /api/invitations/[invitationId]': theAddress,
  'POST /api/invitations/accepted': justABody({ ...noLink, name: 'Ada', password: NEW_PASSWORD }),
  'GET /api/members': nothing,
  'PATCH /api/members/[memberId]': theAddressWith({ role: 'reviewer' }),
  'DELETE /api/members/[memberId]': theAddress,
  'POST /api/members/[memberId]/password-link': theAddress,
  'DELETE /api/members/[memberId]/passkeys': theAddress,
  'DELETE /api/members/[memberId]/sessions': theAddress,
  'GET /api/mentions': nothing,
  'POST /api/mentions/seen': ({ noteId }) => [{ body: { noteIds: [noteId] } }],
  'PUT /api/passkeys/requirement': justABody({ of: 'nobody' }),
  'POST /api/password-links/asked': ({ email }) => [{ body: { email } }],
  'POST /api/password-links/used': justABody({ ...noLink, password: NEW_PASSWORD }),
  'GET /api/[...nowhere]': nowhere,
  'POST /api/[...nowhere]': nowhere,
  'PUT /api/[...nowhere]': nowhere,
  'PATCH /api/[...nowhere]': nowhere,
  'DELETE /api/[...nowhere]': nowhere,
  'GET /api/refused/[reason]': refused,
  'POST /api/refused/[reason]': refused,
  'PUT /api/refused/[reason]': refused,
  'PATCH /api/refused/[reason]': refused,
  'DELETE /api/refused/[reason]': refused,
  'POST /api/review/here': nothing,
  'GET /api/review/queue': ({ flowId }) => [{}, { search: { flow: flowId } }],
  'PUT /api/review/queue/place': ({ interviewId }) => [{ body: { interviewId } }],
  'PUT /api/review/queue/skips/[interviewId]': theAddress,
  'DELETE /api/review/queue/skips/[interviewId]': theAddress,
  'POST /api/setup': ({ email }) => [{ body: { code: 'none', email, password: NEW_PASSWORD } }],
  'POST /api/sign-in/challenge': nothing,
  'POST /api/sign-in/passkey': justABody({}),
  'PUT /api/statuses': ({ interviewId }) => [
    { body: { status: 'on_hold', reason: 'Later', interviews: [{ id: interviewId }] } },
  ],
  'POST /api/statuses/undo': ({ statusVersion }) => [{ body: { versions: [statusVersion] } }],
  'POST /api/webhooks/ribbon': ({ interviewId }) => [
    { body: { event: 'interview.completed', interview_id: interviewId } },
  ],
}
