// Must hold 37: whatever somebody changes tells what it did, from every command on disk.
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { assignByHand, assignFlow, askMember, withdrawAssignments } from './assignments/commands'
import { toldBy } from './audit/testing/told'
import * as passwords from './auth/sign-in/password'
import { NO_SCOPE } from './auth/member-scope'
import { signOut } from './auth/sign-in/sign-out'
import { giveRating, hideNames, revealNames, withdrawRating } from './compare/commands'
import { correctTranscript, withdrawCorrection } from './corrections/commands'
import { db } from './db/client'
import { corrections } from './db/schema/notes'
import { everyRow } from './db/testing/every-row'
import { whoMay } from './db/testing/fixtures'
import { keepRows } from './db/testing/keep-rows'
import type { InterviewId } from './interviews/interview-id'
import { recordListening } from './listening/commands'
import { addMember, changeMember, endMemberSessions, resetPassword } from './members/commands'
import { removeMember } from './members/removal/commands'
import { claimInstallation, setupCode } from './members/setup'
import { deleteNote, markMentionsSeen, writeNote } from './notes/commands'
import { ACCOUNT } from './testing/audited/account'
import { ASSIGNMENTS } from './testing/audited/assignments'
import { ATTEMPTS } from './testing/audited/attempts'
import { AUDIT } from './testing/audited/audit'
import { COMPARE } from './testing/audited/compare'
import { CONNECTION } from './testing/audited/connection'
import { CORRECTIONS } from './testing/audited/corrections'
import { EXPORTS } from './testing/audited/exports'
import { FLOWS } from './testing/audited/flows'
import { INVITATIONS } from './testing/audited/invitations'
import { MEMBERS } from './testing/audited/members'
import { NOTES } from './testing/audited/notes'
import { PASSKEYS } from './testing/audited/passkeys'
import { SIGN_IN } from './testing/audited/sign-in'
import { STATUS } from './testing/audited/status'
import { VALIDITY } from './testing/audited/validity'
import { WAYS_IN } from './testing/audited/ways-in'
import { VOTES } from './testing/audited/votes'
import { ADDED, CORRECTION, givenScene, KEY, NOTE, PASSWORD, SECRETS, type Scene } from './testing/audited/scene'
import { exportedBy, filesOf } from './testing/exported'
import { castVote, withdrawVote } from './votes/commands'

vi.mock('./ribbon/client', () => ({ ping: vi.fn<() => Promise<void>>() }))

const CASES = {
  ...{ ...ASSIGNMENTS, ...ATTEMPTS, ...AUDIT, ...COMPARE, ...CONNECTION, ...CORRECTIONS, ...EXPORTS, ...FLOWS },
  ...{ ...ACCOUNT, ...INVITATIONS, ...MEMBERS, ...NOTES, ...PASSKEYS, ...SIGN_IN, ...STATUS, ...VALIDITY, ...VOTES },
  ...WAYS_IN,
}

/** What a member has seen, heard or read is theirs alone and changes nothing for anybody else; the others change nothing of ours for somebody. */
const UNTOLD = [
  ...['markMentionsSeen', 'recordListening', 'recordReading', 'fetchMissingInterview', 'acceptWebhook'],
  ...['beginPasskey', 'setPreferences', 'skipInterview', 'unskipInterview', 'keepPlaceInQueue', 'markHere'],
]
/** What changes something and is no command. */
const BESIDES = ['signIn', 'signInByPasskey', 'signOut', 'leaveFormer']
/** How often somebody tried to sign in is counted before anything else. */
const UNCOUNTED = { but: ['sign_in_attempts'] }

let scene: Scene
let beginAnew: () => Promise<void>
beforeAll(async () => {
  scene = await givenScene()
  beginAnew = await keepRows()
})
beforeEach(async () => {
  vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('a hash')
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed) => typed === PASSWORD)
  await beginAnew()
})

afterEach(async () => {
  await db().execute(sql`DROP TRIGGER IF EXISTS refuse_to_tell ON audit_events`)
  vi.restoreAllMocks()
})

const commands = exportedBy(filesOf('commands'))
const cases = Object.keys(CASES).map((name) => name.split(',')[0] ?? '')

test('every command on disk has its case, or is among those that have nothing to tell', () => {
  const without = commands.filter(({ name }) => ![...cases, ...UNTOLD].includes(name))
  const asking = without.map(({ name, file }) => `${name} of ${file} has no case in lib/testing/audited, nor is UNTOLD`)
  expect(asking).toEqual([])
})

test('no case is of a command that is gone', () => {
  const known = [...commands.map(({ name }) => name), ...BESIDES]
  expect([...cases, ...UNTOLD].filter((name) => !known.includes(name))).toEqual([])
})

test.each(Object.entries(CASES))('%s tells who did what, once, and nobody’s words', async (_, { does, tells, by }) => {
  const told = await toldBy(() => does(scene))
  const actor = by?.(scene) ?? { actorKind: 'member', actorId: scene.viewer.memberId }
  expect(told).toMatchObject(tells(scene).map((event) => ({ ...actor, ...event })))
  expect(told).toHaveLength(tells(scene).length)
  for (const secret of SECRETS) expect(JSON.stringify(told)).not.toContain(secret)
})

test.each(Object.entries(CASES))('%s changes nothing where it cannot be told', async (_, { does }) => {
  await db().execute(sql`CREATE OR REPLACE FUNCTION refuse_to_tell() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''not now''; END'`)
  await db().execute(sql`CREATE TRIGGER refuse_to_tell BEFORE INSERT ON audit_events EXECUTE FUNCTION refuse_to_tell()`)
  const before = await everyRow(UNCOUNTED)
  await does(scene).catch(() => {})
  expect(await everyRow(UNCOUNTED)).toEqual(before)
})

test('what fails tells nothing', async () => {
  const { viewer, admin, member, interviewId, blindId, flowId, correctionId } = scene
  const missing = {
    interviewId: crypto.randomUUID() as InterviewId,
    noteId: crypto.randomUUID(),
    correctionId: crypto.randomUUID(),
  }
  const failing = [
    () => writeNote(viewer, missing, NOTE),
    () => writeNote(viewer, { interviewId, noteId: crypto.randomUUID() }, { ...NOTE, parentId: crypto.randomUUID() }),
    () => deleteNote(viewer, { interviewId, noteId: crypto.randomUUID() }),
    () => correctTranscript(viewer, { interviewId, correctionId }, { ...CORRECTION, original: 'sat' }),
    () => withdrawCorrection(viewer, missing),
    () => addMember(admin, { ...ADDED, email: member.email }),
    () => changeMember(admin, crypto.randomUUID(), { disabled: true }),
    () => changeMember(admin, member.id, { role: 'recruiter', scope: { ...NO_SCOPE, flows: ['none'] } }),
    () => changeMember(admin, admin.memberId, { disabled: true }),
    () => endMemberSessions(admin, crypto.randomUUID()),
    () => removeMember(admin, admin.memberId),
    () => resetPassword(admin, { email: 'nobody@example.com', password: PASSWORD }),
    () => assignByHand(admin, { interviewIds: [blindId], memberIds: [crypto.randomUUID()], dueOn: null }),
    () => assignFlow(admin, { flowId, memberIds: [crypto.randomUUID()], votesEach: 1, dueOn: null }),
    () => askMember(viewer, blindId, { memberId: crypto.randomUUID(), message: null, dueOn: null }),
  ]
  for (const fails of failing) expect(await toldBy(() => expect(fails()).rejects.toThrow())).toEqual([])
})

test('what is so already is not told again', async () => {
  const { viewer, voter, admin, interviewId, blindId, flowId, noteId, correctionId } = scene
  const deleted = crypto.randomUUID()
  await signOut(viewer.sessionId)
  await writeNote(viewer, { interviewId, noteId: deleted }, NOTE)
  await deleteNote(viewer, { interviewId, noteId: deleted })
  await assignFlow(admin, { flowId, memberIds: [viewer.memberId], votesEach: 1, dueOn: null })
  const again = [
    () => writeNote(viewer, { interviewId, noteId }, NOTE),
    () => correctTranscript(viewer, { interviewId, correctionId }, CORRECTION),
    () => withdrawCorrection(viewer, { interviewId, correctionId: crypto.randomUUID() }),
    () => castVote(voter, interviewId, { vote: 'hire' }),
    () => withdrawVote(viewer, interviewId),
    () => signOut(viewer.sessionId),
    () => deleteNote(viewer, { interviewId, noteId: deleted }),
    () => markMentionsSeen(viewer, [noteId]),
    () => recordListening(viewer, interviewId, [{ start: 0, end: 1 }]),
    () => assignByHand(admin, { interviewIds: [blindId], memberIds: [viewer.memberId], dueOn: null }),
    () => assignFlow(admin, { flowId, memberIds: [viewer.memberId], votesEach: 1, dueOn: null }),
    () => withdrawAssignments(admin, [crypto.randomUUID()]),
  ]
  for (const does of again) expect(await toldBy(does)).toEqual([])
  await expect(db().$count(corrections, eq(corrections.interviewId, interviewId))).resolves.toBe(1)
})

function ratingOf(event: unknown): string {
  return (event as { payload: { ratingId: string } }).payload.ratingId
}

test('a rating that takes another’s place or is taken back says which, and names that are shown are told once', async () => {
  const { viewer, interviewId, comparedId } = scene
  const ref = { interviewId, key: KEY }
  const [first] = await toldBy(() => giveRating(viewer, ref, { rating: 4 }))
  const replaces = ratingOf(first)
  const [second] = await toldBy(() => giveRating(viewer, ref, { rating: 2 }))
  expect(second).toMatchObject({ code: 'rating.given', about: interviewId, payload: { replaces } })
  const ratingId = ratingOf(second)
  const withdrawn = await toldBy(() => withdrawRating(viewer, ref))
  expect(withdrawn).toMatchObject([{ code: 'rating.withdrawn', about: interviewId, payload: { ratingId } }])

  await hideNames(whoMay(viewer, 'names.hide'), comparedId, true)
  const revealed = await toldBy(() => revealNames(viewer, comparedId))
  expect(revealed).toMatchObject([{ code: 'names.revealed', about: comparedId, actorId: viewer.memberId }])
  expect(await toldBy(() => revealNames(viewer, comparedId))).toEqual([])
})

test('the first admin’s claim is told', async () => {
  await db().execute(sql`TRUNCATE members CASCADE`)
  const told = await toldBy(async () =>
    claimInstallation({
      code: await setupCode(),
      email: 'ada@example.com',
      password: PASSWORD,
      address: crypto.randomUUID(),
    }),
  )
  expect(told).toMatchObject([{ code: 'installation.claimed', actorKind: 'system', about: expect.any(String) }])
})
