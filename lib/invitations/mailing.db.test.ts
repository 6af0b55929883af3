import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import { DebriefError } from '../errors'
import { processNext } from '../jobs/process'
import type { Mail } from '../mail/mail'
import * as mail from '../mail/send'
import { askForPasswordLink } from '../password-links/mail-job'
import { renewInvitation, withdrawInvitation } from './commands'
import { sendingInvitation } from './mail-job'
import { listInvitations } from './queries'
import { admin, invite, read, somebody, withInvitations } from './testing/inviting'

withInvitations()

const listed = async (id: string) => (await listInvitations(admin)).find((invitation) => invitation.id === id)

/** In the place of a mail server. */
function givenMail() {
  const sent: Mail[] = []
  vi.spyOn(mail, 'isMailSetUp').mockReturnValue(true)
  vi.spyOn(mail, 'mailHost').mockReturnValue('smtp.example.com')
  const send = vi.spyOn(mail, 'sendMail').mockImplementation(async (one) => void sent.push(one))
  return { sent, send }
}

test('an invitation is mailed with its link, once', async () => {
  const { sent } = givenMail()
  const { id, email, link, sent: isMailed } = await invite(somebody())
  expect(isMailed).toBe(true)
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'waiting' } })
  while (await processNext([sendingInvitation]));
  expect(sent).toMatchObject([{ to: email, parts: [expect.any(String), { link }, expect.any(String)] }])
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'sent', at: expect.any(String) } })
})

test('a stranger who asks for passwords for an address keeps no invitation from it', async () => {
  givenMail()
  const email = somebody()
  for (let count = 0; count < 4; count++) await askForPasswordLink({ email, address: crypto.randomUUID() })
  await expect(invite(email)).resolves.toMatchObject({ sent: true })
})

test('a link that was made anew or withdrawn meanwhile is not mailed any more', async () => {
  const { sent } = givenMail()
  const [renewed, withdrawn] = [await invite(somebody()), await invite(somebody())]
  const { link } = await renewInvitation(admin, renewed.id)
  await withdrawInvitation(admin, withdrawn.id)
  while (await processNext([sendingInvitation]));
  expect(sent).toMatchObject([{ to: renewed.email, parts: [expect.any(String), { link }, expect.any(String)] }])
})

test('nobody is mailed more than three times in a quarter of an hour, however often their link is made anew', async () => {
  const { sent } = givenMail()
  const { id, email } = await invite(somebody())
  const renewed = []
  for (let count = 0; count < 4; count++) {
    while (await processNext([sendingInvitation]));
    renewed.push((await renewInvitation(admin, id)).sent)
  }
  while (await processNext([sendingInvitation]));
  expect(renewed).toEqual([true, true, false, false])
  expect(sent.map(({ to }) => to)).toEqual([email, email, email])
})

test('what a mail server refuses is said with its name and when, until it is sent again; the link works', async () => {
  const { send } = givenMail()
  send.mockRejectedValue(new DebriefError('mail_refused'))
  const { id, token } = await invite(somebody())
  while (await processNext([sendingInvitation]));
  const refused = { is: 'refused', host: 'smtp.example.com', at: expect.stringMatching(/^\d{4}-.*Z$/) }
  await expect(listed(id)).resolves.toMatchObject({ mail: refused })
  await expect(read(token)).resolves.toBeDefined()

  send.mockResolvedValue()
  await renewInvitation(admin, id)
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'waiting' } })
  while (await processNext([sendingInvitation]));
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'sent' } })
})

test('a mail server that is away is asked again, and that is said from the first attempt on, until it is given up', async () => {
  const { send } = givenMail()
  send.mockRejectedValue(new DebriefError('mail_unreachable'))
  const { id, token } = await invite(somebody())
  const due = () =>
    db()
      .update(jobs)
      .set({ runAt: new Date(0).toISOString() })
      .where(eq(jobs.key, id))
  const failed = { at: expect.stringMatching(/^\d{4}-.*Z$/), host: 'smtp.example.com' }
  for (let attempt = 1; attempt <= 5; attempt++) {
    while (await processNext([sendingInvitation]));
    expect(send).toHaveBeenCalledTimes(attempt)
    await expect(listed(id)).resolves.toMatchObject({ mail: { is: attempt < 5 ? 'delayed' : 'given_up', ...failed } })
    await due()
  }
  await expect(read(token)).resolves.toBeDefined()
})

test('a link that is made anew while its mail is delayed waits for its own', async () => {
  const { send } = givenMail()
  send.mockRejectedValueOnce(new DebriefError('mail_unreachable'))
  const { id } = await invite(somebody())
  while (await processNext([sendingInvitation]));
  await renewInvitation(admin, id)
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'waiting' } })
  while (await processNext([sendingInvitation]));
  await expect(listed(id)).resolves.toMatchObject({ mail: { is: 'sent' } })
})
