import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { AHEAD_HEADER } from '../lib/ahead-header'
import { deferred } from '../lib/jobs/testing/deferred'
import { untilAlive } from './alive'
import { untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { knownInterview } from './known-interview'
import {
  givenRecordings,
  heading,
  idOf,
  notice,
  openReview,
  plays,
  queueOf,
  silentOnesLast,
  voteOn,
} from './queue-page'
import { expect, giveSession, test } from './test'
import { untilPulled } from './until-pulled'

const logged = z.object({
  items: z.array(
    z.object({
      by: z.object({ member: z.object({ email: z.string() }).nullable().optional() }),
      about: z.object({ id: z.string() }),
    }),
  ),
})

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS
const FLOW = 'Produce stocker'

let installation: Installation
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  installation = await startInstallation()
  await untilPulled(installation.origin, await signInOverHttp(installation.origin, ADMIN, PASSWORD))
})
test.afterAll(() => installation.stop())

const PHONE = { width: 390, height: 844 }
const pager = (page: Page) => page.getByRole('navigation', { name: 'Candidates of the queue' })
/** By the address: two candidates may be called alike. */
const untilLeft = (page: Page, id: string) => expect(page).not.toHaveURL(new RegExp(`/candidates/${id}`))
const placeIn = (said: string) => Number(/(\d+) of/.exec(said)?.[1])
const newPage = (browser: Browser, viewport = { width: 1440, height: 900 }) =>
  browser.newPage({ baseURL: installation.origin, viewport })

test('a recruiter shares a flow out evenly among two members', async ({ browser }) => {
  const page = await newPage(browser)
  await openReview(page, RECRUITER)
  await expect(page.getByText('Nothing waits for you.')).toBeVisible()
  const flow = page.getByRole('listitem').filter({ hasText: FLOW })
  await flow.getByRole('button', { name: 'Assign' }).click()
  const dialog = page.getByRole('dialog', { name: `Assign ${FLOW}` })
  for (const member of [ADMIN, REVIEWER]) await dialog.getByRole('checkbox', { name: member }).check()
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText(/^\d+ assigned\./)
  const assigned = (member: string) => dialog.getByRole('listitem').filter({ hasText: member })
  const counts = () =>
    Promise.all(
      [ADMIN, REVIEWER].map(async (member) => Number(/(\d+) assigned/.exec(await assigned(member).innerText())?.[1])),
    )
  // They are read anew once it is done, after it says so.
  await expect.poll(async () => Math.min(...(await counts()))).toBeGreaterThan(3)
  const [most = NaN, least = NaN] = (await counts()).toSorted((a, b) => b - a)
  expect(most - least).toBeLessThanOrEqual(1)

  // Nobody is offered any more what has just been handed out.
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(flow).toHaveCount(0)
})

test('three are judged on the keyboard alone, the next one sounds by itself, one is skipped and come back to, and another device goes on there', async ({
  browser,
}) => {
  const page = await newPage(browser)
  await givenRecordings(page, installation)
  await silentOnesLast(page, installation)
  await openReview(page, REVIEWER)
  await expect(page.getByText(/^Waiting \d+ · .*of speech/)).toBeVisible()
  const waiting = await page.locator('[data-row]').count()
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/candidates\/.*queue=1/)
  await untilPlayable(page)
  const before = placeIn(await pager(page).innerText()) - 1
  const judgedNames: string[] = []
  await page.keyboard.press('Space')
  for (let judged = 0; judged < 3; judged++) {
    await plays(page)
    const [id, name] = [idOf(page), await heading(page).innerText()]
    await page.keyboard.press('3')
    await untilLeft(page, id)
    judgedNames.push(name)
  }
  await plays(page)
  await expect(pager(page)).toContainText(`${before + 4} of ${waiting}`)

  const [skippedId, skipped] = [idOf(page), await heading(page).innerText()]
  await page.keyboard.press('.')
  await untilLeft(page, skippedId)
  await expect(pager(page)).toContainText(`${before + 5} of ${waiting}`)
  await expect(page.getByRole('status').filter({ hasText: `${skipped} skipped to the end` })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page).toHaveURL(new RegExp(`/candidates/${skippedId}`))
  await expect(heading(page)).toHaveText(skipped)

  // Another device goes where the server was told, which is after the page that opened.
  await expect.poll(async () => (await queueOf(page)).place).toBe(idOf(page))
  const phone = await newPage(browser, PHONE)
  await openReview(phone, REVIEWER)
  await expect(phone.locator('[data-row]')).toHaveCount(waiting - 3)
  const start = phone.getByRole('button', { name: 'Go on' }).filter({ visible: true })
  await expect.poll(async () => (await start.boundingBox())?.y).toBeGreaterThan(844 * 0.6)
  await start.click()
  await expect(heading(phone)).toHaveText(skipped)
  await expect(phone.getByRole('button', { name: 'Skip' })).toBeVisible()
  await expect(pager(phone)).toContainText(`${before + 4} of ${waiting}`)

  // However far down one has read, the next one begins at the top.
  await untilAlive(phone)
  const down = () => phone.evaluate(() => window.scrollY)
  await phone.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect.poll(down).toBeGreaterThan(0)
  await phone.keyboard.press('.')
  await untilLeft(phone, skippedId)
  await expect.poll(down).toBe(0)
  await phone.close()

  // The way back outlives a reload, and whoever comes from the list has it too.
  await page.reload()
  await untilAlive(page)
  await expect(pager(page)).toContainText(`of ${waiting}`)
  await page.keyboard.press('u')
  await expect(heading(page)).toHaveText(judgedNames[2] ?? '')
  await page.goto('/review')
  await untilAlive(page)
  const marked = page.locator('[data-row]').filter({ hasText: 'Go on' })
  await expect(marked).toHaveCount(1)
  const place = await marked.locator('bdi').first().innerText()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(place)
  await untilAlive(page)
  await page.keyboard.press('u')
  await expect(heading(page)).toHaveText(judgedNames[1] ?? '')
  await page.close()
})

test('a colleague asks one member for one interview, who is told by whom and in which words', async ({ browser }) => {
  const page = await newPage(browser)
  const asker = await newPage(browser)
  const { id, name } = await knownInterview(
    installation.origin,
    await signInOverHttp(installation.origin, ADMIN, PASSWORD),
  )
  await giveSession(asker, REVIEWER)
  await asker.goto(`/candidates/${id}`)
  await untilAlive(asker)
  await asker.getByRole('button', { name: 'Ask a colleague' }).click()
  const dialog = asker.getByRole('dialog', { name: 'Ask a colleague' })
  await dialog.getByLabel('Who').selectOption(RECRUITER)
  await dialog.getByLabel('Message (optional)').fill('please look by Friday')
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(dialog.getByRole('list', { name: 'Asked' })).toContainText(RECRUITER)
  await asker.close()

  await openReview(page, RECRUITER)
  const row = page.getByRole('link', { name: new RegExp(name) })
  await expect(row).toContainText(`asked by ${REVIEWER}: “please look by Friday”`)
  await row.click()
  await expect(heading(page)).toHaveText(name)
  await expect(page.getByRole('link', { name: 'Candidates of the queue' })).toBeVisible()
})

test('whom somebody goes on to without a network is in the log once there is one', async ({ browser }) => {
  const page = await newPage(browser)
  await openReview(page, ADMIN)
  const told = async (code: string) => {
    const log = logged.parse(await (await page.request.get(`/api/audit?code=${code}`)).json())
    return log.items.flatMap(({ by, about }) => (by.member?.email === ADMIN ? [about.id] : []))
  }
  const ahead = page.waitForResponse(
    (response) => AHEAD_HEADER in response.request().headers() && response.url().includes('/candidates/'),
  )
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/candidates\/.*queue=1/)
  await untilAlive(page)
  const first = idOf(page)
  await (await ahead).finished()
  await expect.poll(() => told('interview.loaded_ahead')).toHaveLength(1)
  const [next = ''] = await told('interview.loaded_ahead')

  await page.context().setOffline(true)
  await page.keyboard.press('.')
  await untilLeft(page, first)
  await expect(page).toHaveURL(new RegExp(`/candidates/${next}`))
  await page.context().setOffline(false)
  await expect.poll(() => told('interview.viewed')).toContain(next)
  await page.close()
})

test('who goes to a page that nobody answers while it is loaded ahead is told so, and it opens once somebody does', async ({
  browser,
}) => {
  const page = await newPage(browser)
  await openReview(page, ADMIN)
  let isSilent = true
  await page.route('**/candidates/**', (route) =>
    isSilent && AHEAD_HEADER in route.request().headers() ? route.fulfill({ status: 502 }) : route.continue(),
  )
  const ahead = page.waitForResponse((response) => response.status() === 502)
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/candidates\/.*queue=1/)
  await untilAlive(page)
  const first = idOf(page)
  const next = new URL((await ahead).url()).pathname
  await page.keyboard.press(']')
  await expect(page.getByRole('alert').filter({ hasText: 'Debrief is not answering.' })).toBeVisible()
  expect(idOf(page)).toBe(first)
  isSilent = false
  await expect(page).toHaveURL(new RegExp(next))
  await expect(heading(page)).toBeVisible()
  await page.close()
})

test('the last one who is judged does not wait again, though the queue was read before the vote arrived, and the vote can be taken back from there', async ({
  browser,
}) => {
  const page = await newPage(browser)
  await openReview(page, RECRUITER)
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/queue=1/)
  await untilAlive(page)
  const [id, name] = [idOf(page), await heading(page).innerText()]
  const arrives = deferred()
  await page.route(/\/vote$/, async (route) => {
    await arrives.promise
    await route.continue()
  })
  await page.keyboard.press('3')
  await expect(page.getByText('Nothing waits for you.')).toBeVisible()
  expect(await voteOn(page, id)).toBeNull()
  const read = page.waitForResponse((response) => response.url().endsWith('/api/review/queue'))
  arrives.resolve()
  await read
  await expect.poll(() => voteOn(page, id)).toBe('hire')
  await expect(page.getByText('Nothing waits for you.')).toBeVisible()
  await expect(page.getByText(/^Waiting/)).toHaveCount(0)

  await expect(notice(page)).toContainText(`Hire for ${name}`)
  await notice(page).getByRole('button', { name: 'Undo' }).click()
  await expect(heading(page)).toHaveText(name)
  await expect.poll(() => voteOn(page, id)).toBeNull()
  await page.close()
})

test('a key that is held and a second press are for whom one has heard: the next one has no vote by them', async ({
  browser,
}) => {
  const page = await newPage(browser)
  await openReview(page, ADMIN)
  const ahead = page.waitForResponse(
    (response) => AHEAD_HEADER in response.request().headers() && response.url().includes('/candidates/'),
  )
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/queue=1/)
  await untilAlive(page)
  const [id, name] = [idOf(page), await heading(page).innerText()]
  await (await ahead).finished()
  const pressed = page.getByRole('group', { name: 'Your vote' }).locator('[aria-pressed=true]')

  // As soon as the next one is there its bar is pressed, where the first press was.
  await page.evaluate((before) => {
    const press = () => {
      const isThere = !location.pathname.endsWith(before)
      if (!isThere) requestAnimationFrame(press)
      const hire = [...document.querySelectorAll('[aria-label="Your vote"] button')].find(
        (button) => button.textContent?.endsWith('Hire') && button.checkVisibility(),
      )
      if (isThere && hire instanceof HTMLElement) hire.click()
    }
    press()
  }, id)
  await page.keyboard.down('3')
  for (let repeats = 0; repeats < 10; repeats++) await page.keyboard.down('3')
  await untilLeft(page, id)
  for (let repeats = 0; repeats < 10; repeats++) await page.keyboard.down('3')
  await page.keyboard.up('3')
  await expect(notice(page)).toContainText(`Hire for ${name}What was pressed as this page opened is not counted.`)
  await expect.poll(() => voteOn(page, id)).toBe('hire')
  const [next, called] = [idOf(page), await heading(page).innerText()]
  expect(await voteOn(page, next)).toBeNull()
  await expect(pressed).toHaveCount(0)

  // It is said where the vote led to, and nowhere else.
  await page.keyboard.press(']')
  await untilLeft(page, next)
  await expect(notice(page)).toHaveCount(0)
  await page.keyboard.press('[')
  await expect(page).toHaveURL(new RegExp(`/candidates/${next}`))
  await expect(heading(page)).toHaveText(called)
  await expect(notice(page)).toHaveCount(0)

  await page.keyboard.press('2')
  await untilLeft(page, next)
  await expect.poll(() => voteOn(page, next)).toBe('no_hire')
  await notice(page).getByRole('button', { name: 'Undo' }).click()
  await expect(heading(page)).toHaveText(called)
  await expect.poll(() => voteOn(page, next)).toBeNull()
  await expect(notice(page)).toHaveCount(0)
  await page.close()
})
