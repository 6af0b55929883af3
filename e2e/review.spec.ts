import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { openCandidate } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { type KnownInterview, knownInterview } from './known-interview'
import { expect, giveSession, signIn, signInByForm, signOut, test, type Shared } from './test'
import { typeInto } from './type-into'

const known = async (shared: Shared): Promise<KnownInterview> =>
  knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))

const currentTime = (page: Page) =>
  page.getByLabel('Recording', { exact: true }).evaluate((media) => (media as HTMLMediaElement).currentTime)

test(
  'a reviewer signs in, finds a candidate, hears the interview, jumps to a word, and signs out',
  { tag: '@engines' },
  async ({ page, shared }) => {
    const { id, name, sentence } = await known(shared)
    await signInByForm(page, MEMBERS[2])
    await page.getByRole('link', { name: 'Candidates', exact: true }).first().click()
    await typeInto(page.getByLabel('Search every transcript'), name)
    await expect(page).toHaveURL(/[?&]q=/)
    await page.locator(`a[data-row="${id}"]`).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(() => currentTime(page)).toBeGreaterThan(1)
    await expect(page.getByRole('listitem').and(page.locator('[aria-current=true]')).first()).toBeVisible()

    const said = page.getByText(sentence).first()
    const expected = await page.evaluate(wordStart, { url: page.url(), segment: await segmentOf(said) })
    const recording = page.getByLabel('Recording', { exact: true })
    await recording.evaluate((media) => {
      media.addEventListener('seeking', () => (media.dataset.sought = String((media as HTMLMediaElement).currentTime)))
    })
    await said.click({ position: { x: 4, y: 12 } })
    await expect.poll(async () => Number(await recording.getAttribute('data-sought'))).toBeCloseTo(expected, 1)

    await signOut(page)
    await expect(page).toHaveURL(/\/sign-in/)
    // Firefox tells the address before the page is there, and would go on to it.
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await page.goto('/candidates')
    await expect(page).toHaveURL(/\/sign-in/)
  },
)

test('the word that is heard is the word that is painted', { tag: '@engines' }, async ({ page, shared }) => {
  const { id } = await known(shared)
  await giveSession(page, MEMBERS[2])
  await openCandidate(page, id)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const painted = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('spoken-word') ?? [])]
        .map((range) => (range instanceof Range ? range.toString() : ''))
        .join(' '),
    )

  await expect.poll(painted).toMatch(/\S/)
  const first = await painted()
  await expect.poll(painted).not.toBe(first)
})

test('a link to a moment opens there, also when it leads through sign-in', async ({ page, shared }) => {
  const { id } = await known(shared)
  await page.goto(`/candidates/${id}?t=21.5`)
  await expect(page).toHaveURL(/\/sign-in/)
  await untilAlive(page)
  await page.getByLabel('Email').fill(MEMBERS[2])
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await expect(page).toHaveURL(new RegExp(`/candidates/${id}\\?t=21.5`))
  await expect.poll(() => currentTime(page)).toBeCloseTo(21.5, 1)
})

test('an answer plays exactly its part of the recording', async ({ page, shared }) => {
  const { id } = await known(shared)
  await giveSession(page, MEMBERS[2])
  await openCandidate(page, id)
  await page.getByRole('tab', { name: 'Questions' }).click()
  await page.getByRole('button', { name: 'Play answer 2' }).click()
  await expect.poll(() => currentTime(page)).toBeGreaterThan(5)
  // The word that is heard lies over the stretch that is played, and is read in its own colours.
  const above = () =>
    page.evaluate(() => {
      const [heard, played] = ['spoken-word', 'linked-words'].map((name) => CSS.highlights.get(name)?.priority ?? NaN)
      return Number(heard) - Number(played)
    })
  await expect.poll(above).toBeGreaterThan(0)
  await expect(
    page.getByRole('listitem').and(page.locator('[aria-current=true]')).filter({ hasText: 'Pause' }),
  ).toHaveCount(1)
})

test('keys play, pause, seek and change the speed, and are off while typing', async ({ page, shared }) => {
  const { id } = await known(shared)
  await giveSession(page, MEMBERS[2])
  await openCandidate(page, id)
  await page.keyboard.press('l')
  await expect.poll(() => currentTime(page)).toBeCloseTo(10, 0)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => currentTime(page)).toBeCloseTo(5, 0)
  await page.keyboard.press('>')
  await expect(page.getByRole('button', { name: 'Speed: 1.25×' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()

  await page.goto('/candidates')
  await untilAlive(page)
  await page.keyboard.press('/')
  await page.keyboard.type('jjj')
  await expect(page.getByLabel('Search every transcript')).toHaveValue('jjj')
})

test('a list’s link reproduces it: search, filter and order are in the address', async ({ page, shared }) => {
  await known(shared)
  await signIn(page, MEMBERS[1])
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'State' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Not taken' }).click()
  await page.keyboard.press('Escape')
  // The address is there before the rows are.
  const sorted = page.waitForResponse((response) => /sort=candidate/.test(response.url()))
  await page.getByRole('button', { name: 'Candidate', exact: true }).click()
  await expect(page).toHaveURL(/state=not_taken.*sort=candidate|sort=candidate.*state=not_taken/)
  await sorted
  await expect(page.locator('[aria-busy=false]').filter({ has: page.getByRole('table') })).toBeVisible()
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') })
  await expect(rows.filter({ hasText: 'Ready' })).toHaveCount(0)
  const names = await rows.getByRole('link').allTextContents()

  await page.goto(page.url())
  await expect.poll(() => rows.getByRole('link').allTextContents()).toEqual(names)
  await expect(rows).toHaveCount(names.length)
})

test('hostile text from outside does nothing and is shown as text', async ({ page, shared }) => {
  await known(shared)
  await giveSession(page, MEMBERS[1])
  await page.goto('/candidates?q=Wendell')
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message())
    void dialog.dismiss()
  })
  await page.locator('a[data-row]').filter({ hasText: 'Wendell Ostrander' }).click()
  await expect(page.getByText("<script>alert('summary')</script>")).toBeVisible()
  await expect(page.locator('a[href^="javascript:"], aside img, aside script')).toHaveCount(0)
  expect(alarms).toEqual([])
})

function segmentOf(said: ReturnType<Page['getByText']>): Promise<number> {
  return said.evaluate((element) => Number(element.closest<HTMLElement>('[data-segment]')?.dataset.segment))
}

async function wordStart({ url, segment }: { url: string; segment: number }): Promise<number> {
  const path = new URL(url).pathname.replace('/candidates/', '/api/interviews/')
  const words = (await (await fetch(`${path}/words`)).json()) as string[]
  // The third number of the first word, in milliseconds; see lib/transcript/words.ts.
  return parseInt(words[segment]?.split('.')[2] ?? '', 36) / 1000
}
