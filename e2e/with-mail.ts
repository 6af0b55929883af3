import type { Browser, Page } from '@playwright/test'
import { type Installation, startInstallation } from './installation'
import { startMailServer, type MailServer } from './mail-server'
import { expect, test as shared } from './test'

type Own = { installation: Installation; mail: MailServer }

/** Who may come in is everybody's, so these tests have an installation of their own; it mails. */
export const testWithMail = shared.extend<object, Own>({
  mail: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are asked for from this pattern.
    async ({}, use) => {
      const mail = await startMailServer()
      await use(mail)
      await mail.stop()
    },
    { scope: 'worker' },
  ],
  installation: [
    async ({ mail }, use) => {
      const env = { SMTP_URL: mail.url, MAIL_FROM: 'Debrief <debrief@example.com>' }
      const installation = await startInstallation({ sandboxOptions: ['--interviews', '5', '--seed', '1'], env })
      await use(installation)
      await installation.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ installation }, use) => {
    await use(installation.origin)
  },
})

export const somebody = () => `${crypto.randomUUID()}@example.com`

/** With cookies of its own. */
export async function inANewBrowser<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext()
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Where the last mail to this address leads. */
export async function mailedLink(mail: MailServer, email: string): Promise<string> {
  const mailTo = () => mail.letters.findLast((letter) => letter.includes(`To: ${email}`)) ?? ''
  await expect.poll(mailTo).not.toBe('')
  return /https?:\/\/\S+\/(?:invite|reset)\/[\w-]+/.exec(mailTo())?.[0] ?? ''
}
