// Must hold 41: two members in one browser, and what it keeps of each.
import type { BrowserContext, Page } from '@playwright/test'
import { untilAlive } from './alive'
import { givenCandidatePage, openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { appRoutes, PLACEHOLDERS, PUBLIC_ROUTES, routeUrl } from './routes'
import { expect, signIn, signOut, test } from './test'

type AppWindow = { next: { router: { push: (path: string) => void } } }

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS

/** Whom the page was drawn for; what they wrote has their name too. */
const accountOf = (page: Page, email: string) => page.getByRole('banner').getByTitle(email, { exact: true })

test('a note from a tab of somebody else is refused, stays theirs, and is sent when they are signed in again', async ({
  page,
  shared,
  context,
}) => {
  const { id } = await givenCandidatePage(page, shared, RECRUITER)
  await page.keyboard.press('c')
  await page.keyboard.type('Written by the recruiter')
  await withoutReads(page)
  await become(context, shared.origin, ADMIN)

  const refused = page.waitForResponse((response) => response.request().method() === 'PUT')
  await page.keyboard.press('Control+Enter')
  expect((await refused).status()).toBe(409)
  const said = page.getByRole('status').filter({ hasText: `You are signed in as ${ADMIN} here now.` })
  await expect(said).toContainText(`What ${RECRUITER} was writing is kept here for them.`)
  await page.unrouteAll()
  await openCandidate(page, id)
  await expect(accountOf(page, ADMIN)).toBeVisible()
  await expect(said).toHaveCount(0)
  const notes = async () => (await page.request.get(`/api/interviews/${id}/notes`)).text()
  expect(await notes()).not.toContain('Written by the recruiter')
  await expect(page.getByText('not sent yet')).toHaveCount(0)

  await signOut(page)
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, RECRUITER)
  await expect.poll(notes).toContain('Written by the recruiter')
  const { notes: stored } = JSON.parse(await notes()) as { notes: { body: string; author: { email: string } }[] }
  expect(stored.find(({ body }) => body === 'Written by the recruiter')?.author.email).toBe(RECRUITER)
})

test('an answer meant for somebody else makes the tab theirs who is signed in, and signing out there ends no session', async ({
  page,
  context,
  shared,
}) => {
  await signIn(page, REVIEWER)
  await become(context, shared.origin, ADMIN)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(accountOf(page, ADMIN)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'You are signed in as' })).not.toContainText('was writing')

  await withoutReads(page)
  await become(context, shared.origin, REVIEWER)
  await signOut(page)
  await expect(accountOf(page, REVIEWER)).toBeVisible()
  expect((await page.request.get('/api/mentions')).status()).toBe(200)
})

test('whatever page is gone to in a tab of somebody else is drawn anew, all of it', async ({ context, shared }) => {
  const known = await knownInterview(shared.origin, await signInOverHttp(shared.origin, ADMIN, PASSWORD))
  const pages = appRoutes().filter(({ kind, pattern }) => kind === 'page' && !(pattern in PUBLIC_ROUTES))
  const paths = pages.map(({ pattern }) => routeUrl(pattern, { ...PLACEHOLDERS, interviewId: known.id }))
  for (const path of [...paths, '/candidates/no-such-interview']) {
    const page = await context.newPage()
    await become(context, shared.origin, ADMIN)
    // One that is not gone to: to stay on a page is no navigation.
    await page.goto(path === '/candidates' ? '/review' : '/candidates')
    await expect(accountOf(page, ADMIN)).toBeVisible()
    await page.waitForFunction(() => (window as Partial<AppWindow>).next?.router !== undefined)
    await withoutReads(page)
    await become(context, shared.origin, RECRUITER)
    await page.evaluate((to) => {
      const { next } = Object.assign(window as unknown as AppWindow, { isFormer: true })
      next.router.push(to)
    }, path)
    await expect(accountOf(page, RECRUITER), path).toBeVisible()
    await expect(accountOf(page, ADMIN), path).toHaveCount(0)
    const isMixed = () =>
      page.evaluate(() => 'isFormer' in window && document.querySelector('[data-member-id]') !== null)
    expect(await isMixed(), path).toBe(false)
    await page.close()
  }
})

test('a page that the browser has put away is seen again only by whom it was drawn for', async ({
  page,
  context,
  shared,
}) => {
  await signIn(page, REVIEWER)
  await untilAlive(page)
  const visibility = () => page.evaluate(() => getComputedStyle(document.body).visibility)
  // As the browser tells of it; a session that runs under test has none of its own to bring pages back from.
  const tell = (type: 'pagehide' | 'pageshow') =>
    page.evaluate((told) => window.dispatchEvent(new PageTransitionEvent(told, { persisted: true })), type)
  await tell('pagehide')
  expect(await visibility()).toBe('hidden')
  await tell('pageshow')
  await expect.poll(visibility).toBe('visible')

  await page.route('**/api/freshness', () => {})
  await tell('pagehide')
  await tell('pageshow')
  await expect(page.getByRole('alert')).toContainText('Debrief is not answering')
  await expect(accountOf(page, REVIEWER)).not.toBeVisible()
  await page.unroute('**/api/freshness')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(accountOf(page, REVIEWER)).toBeVisible()
  await expect(page.getByText('Debrief is not answering')).toHaveCount(0)

  await tell('pagehide')
  await become(context, shared.origin, ADMIN)
  await tell('pageshow')
  await expect(accountOf(page, ADMIN)).toBeVisible()

  await untilAlive(page)
  await tell('pagehide')
  await context.clearCookies()
  await tell('pageshow')
  await expect(page).toHaveURL(/sign-in/)
})

test('after signing out this browser keeps nothing of the member but what is unsent, if they say so, and shows it to no other', async ({
  page,
  shared,
  context,
}) => {
  const { id } = await givenCandidatePage(page, shared, RECRUITER)
  await page.goto('/candidates?q=night')
  await openCandidate(page, id)
  await context.route(/\/notes\/./, (route) => route.abort())
  await page.keyboard.press('c')
  await page.keyboard.type('Never sent')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('c')
  await page.keyboard.type('Half a thought')
  const leave = async (choice: string) => {
    await signOut(page)
    const asked = page.getByRole('dialog', { name: '2 notes are not sent yet' })
    await asked.getByRole('button', { name: choice }).click()
    await expect(asked).toHaveCount(0)
  }
  await leave('Stay signed in')
  await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('Half a thought')

  await leave('Keep and sign out')
  await expect(page).toHaveURL(/sign-in/)
  const memberKinds = async () => (await keptBy(page)).map((key) => key.replace(/ .*/, ''))
  expect((await memberKinds()).filter((kind) => kind !== 'debrief-rate')).toEqual(['debrief-draft', 'debrief-unsent'])

  await signIn(page, ADMIN)
  await openCandidate(page, id)
  await page.getByRole('tab', { name: /Notes/ }).click()
  await expect(page.getByRole('button', { name: 'Add a note' })).toBeVisible()
  await expect(page.getByText('Never sent')).toHaveCount(0)
  await signOut(page)
  await expect(page).toHaveURL(/sign-in/)

  await signIn(page, RECRUITER)
  await openCandidate(page, id, '?panel=notes')
  await page.getByRole('button', { name: 'Go on with your note' }).click()
  await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('Half a thought')

  const other = await context.newPage()
  await openCandidate(other, id, '?panel=notes')
  await other.getByRole('button', { name: 'Go on with your note' }).click()
  await leave('Discard and sign out')
  await expect(page).toHaveURL(/sign-in/)
  await expect(other).toHaveURL(/sign-in/)
  expect((await keptBy(other)).filter((key) => key !== 'debrief-rate')).toEqual([])
  await context.unrouteAll()
})

for (const [name, spoil] of [
  ['is blocked', blockStorage],
  ['holds what nobody can read', spoilStorage],
] as const) {
  test(`where the browser’s storage ${name} the list, a candidate and the palette are there all the same`, async ({
    page,
    shared,
  }) => {
    await page.addInitScript(spoil)
    await givenCandidatePage(page, shared, REVIEWER)
    await page.getByRole('main').getByRole('link', { name: 'Candidates', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Candidates', level: 1 })).toBeVisible()
    await page.reload()
    await untilAlive(page)
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
    await signOut(page)
    await expect(page).toHaveURL(/sign-in/)
  })
}

/** Somebody signs in in another tab. */
async function become(context: BrowserContext, origin: string, email: string) {
  const cookies = (await signInOverHttp(origin, email, PASSWORD)).split('; ').map((pair) => {
    const equals = pair.indexOf('=')
    return { name: pair.slice(0, equals), value: pair.slice(equals + 1), url: origin.replace('http:', 'https:') }
  })
  await context.addCookies(cookies)
}

/** Whatever happens then is not because a page that is open asks for news, or tells what was heard and read. */
async function withoutReads(page: Page) {
  await page.route('**/api/**', (route) => {
    const [method, url] = [route.request().method(), route.request().url()]
    const isByItself = method === 'GET' ? !url.includes('/auth/') : /\/(heard|read)$/.test(url)
    return isByItself ? route.abort() : route.continue()
  })
}

/** The keys of all that the browser keeps, in the tab too. */
function keptBy(page: Page): Promise<string[]> {
  return page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].toSorted())
}

function blockStorage() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The browser blocks its storage.', 'SecurityError')
      },
    })
  }
}

/** Under every key that is read something that is not what was written. */
function spoilStorage() {
  const values = ['{', 'null', '[[1, 2], "x", {"rows": "many"}]', '5', '"text"', '']
  let read = 0
  Storage.prototype.getItem = () => values[read++ % values.length] ?? null
}
