// Who has forgotten their password asks for a link, which is mailed to whom it is for and tells nobody who is a member.
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { credentials } from '../db/schema/members'
import * as environment from '../env'
import { DebriefError } from '../errors'
import { processNext } from '../jobs/process'
import * as mail from '../mail/send'
import { meanwhile } from '../members/testing/meanwhile'
import { UNKNOWN_PEER } from '../server/peer'
import { askForPasswordLink, sendingPasswordLink } from './mail-job'
import { given, sent, somewhere, tokenIn, use, withPasswordLinks } from './testing/links'

withPasswordLinks()

test('a member who has forgotten their password is mailed a link that works', async () => {
  const { email } = await given()
  await askForPasswordLink({ email: ` ${email.toUpperCase()} `, address: somewhere() })
  await processNext([sendingPasswordLink])
  expect(sent).toMatchObject([{ to: email, subject: 'A new password for Debrief' }])
  const link = sent[0]?.parts.find((part) => typeof part === 'object')?.link ?? ''
  await expect(use(tokenIn(link))).resolves.toMatchObject({ email })
})

test('the mail says when and from where it was asked for, and a job that waits names neither whom nor where', async () => {
  const { email } = await given()
  await askForPasswordLink({ email, address: '203.0.113.7' })
  const waiting = JSON.stringify(await db().select().from(jobs))
  for (const told of ['203.0.113.7', email]) expect(waiting).not.toContain(told)
  await processNext([sendingPasswordLink])
  await askForPasswordLink({ email, address: UNKNOWN_PEER })
  await processNext([sendingPasswordLink])
  const [known, unknown] = sent.map(({ parts }) => parts[0])
  const when = String.raw`, on \d+ \w+ \d{4} at \d\d:\d\d \(UTC\)`
  expect(known).toMatch(new RegExp(`in Debrief${when}, from the address 203\\.0\\.113\\.7\\. Open this`))
  expect(unknown).toMatch(new RegExp(`in Debrief${when}\\. Open this`))
})

test('a mail that waits from a version before is sent as it was then', async () => {
  const { email } = await given()
  await askForPasswordLink({ email, address: somewhere() })
  await db()
    .update(jobs)
    .set({ payload: sql`${jobs.payload} - 'at' - 'origin'` })
  await processNext([sendingPasswordLink])
  expect(sent[0]?.parts[0]).toContain('for your account in Debrief. Open this')
})

/** What an outsider can see, and what is done for them until they have their answer. */
async function costOf(email: string) {
  const execute = vi.spyOn((await import('../db/client')).pool(), 'query')
  const answer = await askForPasswordLink({ email, address: somewhere() })
  const statements = execute.mock.calls.length
  execute.mockRestore()
  return { answer, statements }
}

test('who asks learns nothing about who is a member: the same is done, and a job does the rest', async () => {
  const [known, disabled, bare] = [await given(), await given({ disabledAt: new Date().toISOString() }), await given()]
  await db().delete(credentials).where(eq(credentials.memberId, bare.id))
  const cost = await costOf(known.email)
  expect(cost).toEqual({ answer: undefined, statements: 3 })
  for (const email of [`${crypto.randomUUID()}@example.com`, disabled.email, bare.email])
    await expect(costOf(email)).resolves.toEqual(cost)

  while (await processNext([sendingPasswordLink]));
  expect(sent.map(({ to }) => to)).toEqual([known.email])
})

test('whose password is taken at that moment is mailed no link that would set another', async () => {
  const { id, email } = await given()
  await askForPasswordLink({ email, address: somewhere() })
  const mailing = meanwhile(
    id,
    () => processNext([sendingPasswordLink]),
    (tx) => tx.delete(credentials).where(eq(credentials.memberId, id)),
  )
  await expect(mailing).resolves.toBe(true)
  expect(sent).toEqual([])
})

test('where passwords are off, only who breaks the glass by one is mailed a link, and nobody is told', async () => {
  const [glass, other] = [await given({ role: 'admin', breakGlass: true }), await given({ role: 'admin' })]
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN: 'off' })
  for (const { email } of [glass, other]) await askForPasswordLink({ email, address: somewhere() })
  while (await processNext([sendingPasswordLink]));
  expect(sent.map(({ to }) => to)).toEqual([glass.email])
})

test('nobody is mailed more than three times in a quarter of an hour, whoever asks, and nobody is told', async () => {
  const { email } = await given()
  for (let count = 0; count < 5; count++) await askForPasswordLink({ email, address: somewhere() })
  while (await processNext([sendingPasswordLink]));
  expect(sent).toHaveLength(3)
})

test('asking is throttled by address, and refused where no mail is sent', async () => {
  for (let count = 0; count < 50; count++)
    await askForPasswordLink({ email: `${count}@example.com`, address: '192.0.2.10' })
  const again = askForPasswordLink({ email: 'ada@example.com', address: '192.0.2.10' })
  await expect(again).rejects.toMatchObject({ code: 'too_many_attempts' })
  vi.mocked(mail.isMailSetUp).mockReturnValue(false)
  const off = askForPasswordLink({ email: 'ada@example.com', address: somewhere() })
  await expect(off).rejects.toMatchObject({ code: 'mail_off' })
})

test('a mail that could not be handed over is tried again, one that was refused is not', async () => {
  const { email } = await given()
  for (const [code, outcome] of [
    ['mail_unreachable', null],
    ['mail_refused', 'failed'],
  ] as const) {
    await db().delete(jobs)
    vi.mocked(mail.sendMail).mockRejectedValue(new DebriefError(code))
    await askForPasswordLink({ email, address: somewhere() })
    await processNext([sendingPasswordLink])
    await expect(db().select().from(jobs)).resolves.toMatchObject([{ outcome, lastFailureCode: code }])
  }
})
