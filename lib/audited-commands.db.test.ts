// Must hold 37: whatever somebody changes tells what it did, from every command on disk.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from './audit/testing/told'
import { operator } from './auth/operator'
import * as passwords from './auth/sign-in/password'
import { signIn } from './auth/sign-in/sign-in'
import { signOut } from './auth/sign-in/sign-out'
import { may, type May, type Viewer } from './auth/viewer'
import { checkConnection } from './connection/commands'
import { correctTranscript, withdrawCorrection } from './corrections/commands'
import { db } from './db/client'
import { corrections } from './db/schema/notes'
import { everyRow } from './db/testing/every-row'
import { givenMember, givenViewer } from './db/testing/fixtures'
import { givenInterview } from './db/testing/interview'
import type { InterviewId } from './interviews/interview-id'
import { recordListening } from './listening/commands'
import { addMember, disableMember, enableMember, resetPassword } from './members/commands'
import { claimInstallation, setupCode } from './members/setup'
import { deleteNote, markMentionsSeen, writeNote } from './notes/commands'

vi.mock('./ribbon/client', () => ({ ping: vi.fn<() => Promise<void>>() }))

/** What nobody may find in the log. */
const SECRETS = ['Strong', 'Sharp', 'ran', 'organised', 'planned', 'example.com', 'zithers', 'argon']
const NOTE = { parentId: null, body: 'Strong start', at: 1, quote: null }
const CORRECTION = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'organised' }
const PASSWORD = 'vexed otter plays nine zithers'

let interviewId: InterviewId
let viewer: Viewer
let admin: May<'member.manage'>
let noteId: string
let correctionId: string
let member: { id: string; email: string }

beforeEach(async () => {
  vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('a hash')
  vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed) => typed === PASSWORD)
  interviewId = (await givenInterview()).id
  viewer = await givenViewer()
  admin = await givenAdmin()
  noteId = crypto.randomUUID()
  correctionId = crypto.randomUUID()
  member = await givenMember({}, 'a hash')
  await writeNote(viewer, { interviewId, noteId }, NOTE)
  await correctTranscript(viewer, { interviewId, correctionId }, CORRECTION)
})

afterEach(async () => {
  await db().execute(sql`DROP TRIGGER IF EXISTS refuse_to_tell ON audit_events`)
  vi.restoreAllMocks()
})

async function givenAdmin(): Promise<May<'member.manage'>> {
  const found = await givenViewer({ role: 'admin' })
  if (!may(found, 'member.manage')) throw new Error('the admin is none')
  return found
}

const attempt = (password: string) => signIn({ email: member.email, password, address: crypto.randomUUID() })
const added = { email: 'new@example.com', role: 'reviewer', teams: ['team_a'], password: PASSWORD } as const
const another = () => crypto.randomUUID()

/** How often somebody tried to sign in is counted before anything else. */
const UNCOUNTED = { but: ['sign_in_attempts'] }

type Case = { does: () => Promise<unknown>; tells: () => object[]; by?: () => object }

const byAdmin = () => ({ actorKind: 'member', actorId: admin.memberId })
const bySystem = () => ({ actorKind: 'system', actorId: null })
const aboutMember = (code: string) => () => [{ code, about: member.id, payload: {} }]

/** By the command that does it, and what else it depends on. */
const CASES: Record<string, Case> = {
  writeNote: {
    does: () => writeNote(viewer, { interviewId, noteId: correctionId }, { ...NOTE, parentId: noteId }),
    tells: () => [{ code: 'note.written', about: interviewId, payload: { noteId: correctionId, parentId: noteId } }],
  },
  'writeNote, other words': {
    does: () => writeNote(viewer, { interviewId, noteId }, { ...NOTE, body: `Sharp, @${viewer.email}` }),
    tells: () => [{ code: 'note.edited', about: interviewId, payload: { noteId } }],
  },
  deleteNote: {
    does: () => deleteNote(viewer, { interviewId, noteId }),
    tells: () => [{ code: 'note.deleted', about: interviewId, payload: { noteId } }],
  },
  correctTranscript: {
    does: () =>
      correctTranscript(viewer, { interviewId, correctionId: noteId }, { ...CORRECTION, replacement: 'planned' }),
    tells: () => [
      { code: 'correction.replaced', about: interviewId, payload: { correctionId, by: noteId } },
      { code: 'correction.made', about: interviewId, payload: { correctionId: noteId } },
    ],
  },
  'correctTranscript, its author’s newer words': {
    does: () => correctTranscript(viewer, { interviewId, correctionId }, { ...CORRECTION, replacement: 'planned' }),
    tells: () => [
      {
        code: 'correction.replaced',
        about: interviewId,
        payload: { correctionId: expect.any(String), by: correctionId },
      },
      { code: 'correction.made', about: interviewId, payload: { correctionId } },
    ],
  },
  'correctTranscript, back to what it says': {
    does: () => correctTranscript(viewer, { interviewId, correctionId: noteId }, { ...CORRECTION, replacement: 'ran' }),
    tells: () => [{ code: 'correction.withdrawn', about: interviewId, payload: { correctionId } }],
  },
  withdrawCorrection: {
    does: () => withdrawCorrection(viewer, { interviewId, correctionId }),
    tells: () => [{ code: 'correction.withdrawn', about: interviewId, payload: { correctionId } }],
  },
  addMember: {
    does: () => addMember(admin, { ...added, email: `${another()}@example.com` }),
    tells: () => [{ code: 'member.added', payload: { role: 'reviewer', teams: ['team_a'] } }],
    by: byAdmin,
  },
  'addMember, from a shell': {
    does: () => addMember(operator(), { ...added, email: `${another()}@example.com`, teams: 'all' }),
    tells: () => [{ code: 'member.added', payload: { role: 'reviewer', teams: 'all' } }],
    by: () => ({ actorKind: 'operator', actorId: null }),
  },
  disableMember: { does: () => disableMember(admin, member.email), tells: aboutMember('member.disabled'), by: byAdmin },
  enableMember: { does: () => enableMember(admin, member.email), tells: aboutMember('member.enabled'), by: byAdmin },
  resetPassword: {
    does: () => resetPassword(admin, { email: member.email, password: PASSWORD }),
    tells: aboutMember('member.password_reset'),
    by: byAdmin,
  },
  checkConnection: {
    does: () => (may(admin, 'connection.check') ? checkConnection(admin) : Promise.reject(new Error('not allowed'))),
    tells: () => [{ code: 'connection.checked', about: null, payload: {} }],
    by: byAdmin,
  },
  'signIn, with the right password': {
    does: () => attempt(PASSWORD),
    tells: () => [
      { code: 'sign_in.succeeded', about: member.id, payload: { sessionId: expect.any(String), by: 'password' } },
    ],
    by: bySystem,
  },
  'signIn, with a wrong one': {
    does: () => attempt('wrong').catch(() => {}),
    tells: aboutMember('sign_in.failed'),
    by: bySystem,
  },
  'signIn, by nobody': {
    does: () => signIn({ email: 'nobody@example.com', password: PASSWORD, address: another() }).catch(() => {}),
    tells: () => [{ code: 'sign_in.failed', about: null, payload: {} }],
    by: bySystem,
  },
  signOut: {
    does: () => signOut(viewer.sessionId),
    tells: () => [{ code: 'signed_out', about: viewer.memberId, payload: { sessionId: viewer.sessionId } }],
  },
}

/** What a member has seen or heard is theirs alone and changes nothing for anybody else; the others change nothing of ours for somebody. */
const UNTOLD = ['markMentionsSeen', 'recordListening', 'fetchMissingInterview', 'acceptWebhook']

test('every command on disk has its case, or is among those that have nothing to tell', () => {
  const exported = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/commands.ts'))
    .flatMap((file) =>
      Array.from(
        readFileSync(join('lib', file), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm),
        ([, name]) => name,
      ),
    )
  const besides = ['signIn', 'signOut']
  const named = Object.keys(CASES).map((name) => name.split(',')[0] ?? '')
  expect(new Set([...exported, ...besides])).toEqual(new Set([...named, ...UNTOLD]))
})

test.each(Object.entries(CASES))('%s tells who did what, once, and nobody’s words', async (_, { does, tells, by }) => {
  const told = await toldBy(does)
  const actor = by?.() ?? { actorKind: 'member', actorId: viewer.memberId }
  expect(told).toMatchObject(tells().map((event) => ({ ...actor, ...event })))
  expect(told).toHaveLength(tells().length)
  for (const secret of SECRETS) expect(JSON.stringify(told)).not.toContain(secret)
})

test.each(Object.entries(CASES))('%s changes nothing where it cannot be told', async (_, { does }) => {
  await db().execute(sql`CREATE OR REPLACE FUNCTION refuse_to_tell() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''not now''; END'`)
  await db().execute(sql`CREATE TRIGGER refuse_to_tell BEFORE INSERT ON audit_events EXECUTE FUNCTION refuse_to_tell()`)
  const before = await everyRow(UNCOUNTED)
  await does().catch(() => {})
  expect(await everyRow(UNCOUNTED)).toEqual(before)
})

test('what fails tells nothing', async () => {
  const missing = { interviewId: another() as InterviewId, noteId: another(), correctionId: another() }
  const failing = [
    () => writeNote(viewer, missing, NOTE),
    () => writeNote(viewer, { interviewId, noteId: another() }, { ...NOTE, parentId: another() }),
    () => deleteNote(viewer, { interviewId, noteId: another() }),
    () => correctTranscript(viewer, { interviewId, correctionId }, { ...CORRECTION, original: 'sat' }),
    () => withdrawCorrection(viewer, missing),
    () => addMember(admin, { ...added, email: member.email }),
    () => disableMember(admin, 'nobody@example.com'),
    () => enableMember(admin, 'nobody@example.com'),
    () => resetPassword(admin, { email: 'nobody@example.com', password: PASSWORD }),
  ]
  for (const fails of failing) expect(await toldBy(() => expect(fails()).rejects.toThrow())).toEqual([])
})

test('what is so already is not told again', async () => {
  await signOut(viewer.sessionId)
  await deleteNote(viewer, { interviewId, noteId: await givenDeleted() })
  const again = [
    () => writeNote(viewer, { interviewId, noteId }, NOTE),
    () => correctTranscript(viewer, { interviewId, correctionId }, CORRECTION),
    () => withdrawCorrection(viewer, { interviewId, correctionId: another() }),
    () => signOut(viewer.sessionId),
    () => deleteNote(viewer, { interviewId, noteId: deleted }),
    () => markMentionsSeen(viewer, [noteId]),
    () => recordListening(viewer, interviewId, [{ start: 0, end: 1 }]),
  ]
  for (const does of again) expect(await toldBy(does)).toEqual([])
  await expect(db().$count(corrections, eq(corrections.interviewId, interviewId))).resolves.toBe(1)
})

test('the first admin’s claim is told', async () => {
  await db().execute(sql`TRUNCATE members CASCADE`)
  const told = await toldBy(async () =>
    claimInstallation({ code: await setupCode(), email: 'ada@example.com', password: PASSWORD, address: another() }),
  )
  expect(told).toMatchObject([{ code: 'installation.claimed', actorKind: 'system', about: expect.any(String) }])
})

let deleted: string
async function givenDeleted(): Promise<string> {
  deleted = another()
  await writeNote(viewer, { interviewId, noteId: deleted }, NOTE)
  return deleted
}
