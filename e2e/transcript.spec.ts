import { list } from './candidate-list'
import {
  givenCandidatePage,
  mediaOf,
  secondsPlayed,
  openCandidate,
  painted,
  restoreWords,
  selectWords,
  untilRead,
  wordsOfInterview,
} from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { ARABIC_WORD, rightToLeftInterview } from './known-interview'
import { expect, giveSession, test } from './test'

test(
  'finding in the transcript marks every match, walks through them, and shows them on the timeline',
  { tag: '@engines' },
  async ({ page, shared }) => {
    await givenCandidatePage(page, shared)
    const text = (await page.locator('[data-segment] p').allTextContents()).join(' ')
    const expected = text.match(/(?<![\p{L}\p{N}'’])the(?=[\p{L}\p{N}'’]*)/giu)?.length ?? 0
    expect(expected).toBeGreaterThan(3)

    await page.keyboard.press('/')
    await page.keyboard.type('the')
    await expect(page.getByText(`1 of ${expected}`)).toBeVisible()
    await expect.poll(() => painted(page, 'found-words')).toHaveLength(expected)
    await expect.poll(() => painted(page, 'found-word')).toEqual([expect.stringMatching(/^the/i)])

    await page.keyboard.press('Enter')
    await expect(page.getByText(`2 of ${expected}`)).toBeVisible()
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await expect(page.getByText(`${expected} of ${expected}`)).toBeVisible()
    const ticks = page.locator('section[aria-label="Player"] path[stroke]')
    await expect.poll(async () => (await ticks.getAttribute('d'))?.match(/M/g)).toHaveLength(expected)

    await page.keyboard.press('Escape')
    await expect.poll(() => painted(page, 'found-words')).toEqual([])
  },
)

test('a segment that could not be drawn moves nothing of what is said after it', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const [first, , third] = (await wordsOfInterview(page, id))[2] ?? []
  if (!first || !third) throw new Error('too little is said')
  const said = await page.locator('[data-segment="2"] p').textContent()
  await page.locator('[data-segment="0"] p').evaluate((words) => words.replaceWith(document.createElement('small')))

  await page.keyboard.press('/')
  await page.keyboard.type(said?.slice(first.from, third.to) ?? '')
  const ticks = page.locator('section[aria-label="Player"] path[stroke]')
  await expect(ticks).toHaveAttribute('d', `M${first.start} 0V36`)
})

test('a correction does not throw the reader back to what they had searched for', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('/')
  await page.keyboard.type('the')
  const count = page.getByRole('search').getByText(/^1 of \d+/)
  await expect(count).toBeVisible()
  // By all three letters, and no more by the first ones.
  const others = async () => (await painted(page, 'found-words')).filter((word) => !/^the/i.test(word))
  await expect.poll(others).toEqual([])
  const segment = Number(await page.locator('[data-segment]').last().getAttribute('data-segment'))
  const last = page.locator(`[data-segment="${segment}"]`)
  const said = (await last.locator('p').textContent()) ?? ''
  await selectWords(page, segment, said.match(/\p{L}{4,}/u)?.[0] ?? '')
  await page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('textbox', { name: 'What was said' }).fill('Corrected here, the last')
  const shown = Number((await count.textContent())?.split(' of ')[1])
  await page.keyboard.press('Enter')
  await expect.poll(() => painted(page, 'found-words')).toHaveLength(shown + 1)
  await expect(last).toBeInViewport()

  await restoreWords(last)
  await expect(last.locator('p')).toHaveText(said)
})

test(
  'a right-to-left talk reads from the right, and what is found in it is marked',
  { tag: '@engines' },
  async ({ page, shared }) => {
    const admin = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
    const id = await rightToLeftInterview(shared.origin, admin)
    await giveSession(page, MEMBERS[2])
    await page.goto(`/candidates/${id}?${new URLSearchParams({ q: ARABIC_WORD })}`)
    await expect.poll(() => painted(page, 'found-words')).toContain(ARABIC_WORD)
    await expect(page.locator('[data-segment] p').first()).toHaveCSS('direction', 'rtl')
  },
)

test('a correction that was begun before a reload is told of, and gone on with at its words', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  const said = (await page.locator('[data-segment="2"] p').textContent()) ?? ''
  await selectWords(page, 2, said.match(/\p{L}{4,}/u)?.[0] ?? '')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await bar.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('textbox', { name: 'What was said' }).fill('Begun here')
  await openCandidate(page, id)
  const told = page.getByRole('status').filter({ hasText: 'You had begun a correction at' })
  await expect(told).toContainText('“Begun here”')
  await told.getByRole('button', { name: 'Go to the words' }).click()
  await expect(page.getByRole('textbox', { name: 'What was said' })).toHaveValue('Begun here')
  await bar.getByRole('button', { name: 'Cancel' }).click()
  await openCandidate(page, id)
  await expect(told).toHaveCount(0)
})

test('who comes from a search finds its words marked', async ({ page, shared }) => {
  const { id, sentence } = await givenCandidatePage(page, shared)
  const word = sentence.match(/\p{L}{6,}/u)?.[0] ?? ''
  await openCandidate(page, id, `?q=${encodeURIComponent(word)}`)
  await expect(page.getByRole('textbox', { name: 'Find in transcript' })).toHaveValue(word.toLowerCase())
  await expect.poll(() => painted(page, 'found-words')).not.toEqual([])
})

test(
  'selected words are copied as a quote with speaker, time and link, which plays just them',
  { tag: '@engines' },
  async ({ page, shared, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { id } = await givenCandidatePage(page, shared)
    const segment = await page.locator('[data-segment][data-candidate]').nth(1).getAttribute('data-segment')
    const words = (await wordsOfInterview(page, id))[Number(segment)] ?? []
    const said = (await page.locator(`[data-segment="${segment}"] p`).textContent()) ?? ''
    const [first, third] = [words[0], words[2]]
    if (!first || !third) throw new Error('the candidate says too little')
    const quoted = said.slice(first.from, third.to).trim()

    await selectWords(page, Number(segment), quoted)
    await page.keyboard.press('Control+c')
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(clipboard).toContain(quoted)
    const copied = await clipboard()
    const [quote, speaker, link = ''] = copied.split('\n')
    expect(quote).toBe(`“${quoted}”`)
    expect(speaker).toMatch(/^— .+, \d+:\d\d$/)

    await page.goto(link)
    await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeCloseTo(first.start, 0)
    await expect.poll(() => painted(page, 'linked-words')).toHaveLength(1)
  },
)

test('a corrected word is shown, keeps its time, and leads back to what was heard', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const segment = Number(await page.locator('[data-segment][data-candidate]').nth(2).getAttribute('data-segment'))
  const said = (await page.locator(`[data-segment="${segment}"] p`).textContent()) ?? ''
  const word = said.match(/(?<![\p{L}'’])\p{L}{5,}(?![\p{L}'’])/u)?.[0] ?? ''
  await selectWords(page, segment, word)
  await page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('textbox', { name: 'What was said' }).fill('Kubernetes')
  await page.keyboard.press('Enter')

  const paragraph = page.locator(`[data-segment="${segment}"] p`)
  await expect(paragraph).toContainText('Kubernetes')
  const words = (await wordsOfInterview(page, id))[segment] ?? []
  const heard = words.find(({ from, to }) => said.slice(from, to).includes(word))
  await page.getByText('Kubernetes', { exact: true }).click()
  await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeGreaterThanOrEqual((heard?.start ?? NaN) - 0.05)
  await page.keyboard.press('k')

  await openCandidate(page, id)
  await page.getByRole('button', { name: `Corrected from “${word}”` }).click()
  await expect(page.getByText(`Ribbon heard “${word}”.`)).toBeVisible()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(paragraph).toHaveText(said)
})

test('what was in sight is read and only what sounded is heard, and both are still so after a reload', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared, MEMBERS[1])
  // One that no other test plays as this member.
  const { items = [] } = await list(shared, 'recording=yes&video=no&state=ready&sort=-talk')
  const id = items[3]?.id ?? ''
  await openCandidate(page, id)
  const valueOf = (name: RegExp) => page.getByRole('meter', { name }).getAttribute('value').then(Number)
  const [heard, read] = [() => valueOf(/^Heard/), () => valueOf(/^Read/)]
  const told = (what: RegExp, timeout: number) =>
    page.waitForRequest((request) => what.test(request.url()) && request.method() === 'POST', { timeout })
  await untilRead(page)
  const before = await heard()
  // Muted it does not sound.
  await page.getByLabel('Recording', { exact: true }).evaluate((media) => ((media as HTMLMediaElement).muted = true))
  await page.keyboard.press('k')
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(1)
  await page.keyboard.press('k')
  await page.getByLabel('Recording', { exact: true }).evaluate((media) => ((media as HTMLMediaElement).muted = false))
  expect(await heard()).toBe(before)

  const first = page.locator('[data-segment][data-candidate] p').first()
  const muted = await secondsPlayed(page)
  const sounded = async () => (await secondsPlayed(page)) - muted
  await first.click({ position: { x: 3, y: 8 } })
  await expect.poll(sounded).toBeGreaterThan(1)
  // At once, and not with the next twenty seconds.
  const atThePause = told(/\/heard$/, 10_000)
  await page.keyboard.press('k')
  await atThePause
  await expect.poll(heard).toBeGreaterThan(0)
  expect((await heard()) - before).toBeLessThanOrEqual((await sounded()) + 0.1)
  await expect(page.getByText(/^Heard \d+:\d\d of \d+:\d\d$/)).toBeVisible()

  const kept = [await heard(), await read()]
  await openCandidate(page, id)
  await expect.poll(heard).toBeCloseTo(kept[0] ?? NaN, 1)
  await expect.poll(read).toBeGreaterThanOrEqual(kept[1] ?? NaN)
})

test('without a recording nothing is heard, and it says how much is read', async ({ page, shared }) => {
  await giveSession(page, MEMBERS[2])
  const { items = [] } = await list(shared, 'recording=no&state=ready&talk=1..')
  await page.goto(`/candidates/${items[0]?.id}`)
  await untilRead(page)
  await expect(page.getByText(/^Read \d+ %$/)).toBeVisible()
  await expect(page.getByRole('meter', { name: /^Heard/ })).toHaveCount(0)
})

test('an answer that does not know what was just heard takes nothing of it back', async ({ page, shared }) => {
  const later = [{ start: 60, end: 3600 }]
  let known = later
  await page.route(/\/heard$/, (route) => route.fulfill({ json: route.request().method() === 'POST' ? later : known }))
  const heard = async () => Number(await page.getByRole('meter', { name: /^Heard/ }).getAttribute('value'))
  const { id } = await givenCandidatePage(page, shared)
  await expect.poll(heard).toBeGreaterThan(0)
  const withoutTheBeginning = await heard()

  known = []
  await openCandidate(page, id)
  await page
    .locator('[data-segment][data-candidate] p')
    .nth(1)
    .click({ position: { x: 3, y: 8 } })
  const begun = (await mediaOf(page)).time
  expect(begun).toBeLessThan(50)
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(begun + 2)
  await page.keyboard.press('k')
  await expect.poll(heard).toBeGreaterThan(withoutTheBeginning)
})
