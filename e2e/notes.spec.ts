import { untilAlive } from './alive'
import { givenCandidatePage, mediaOf, openCandidate, painted, selectWords } from './candidate-page'
import { MEMBERS, runMember, startInstallation } from './installation'
import { linger } from './linger'
import { expect, giveSession, signIn, signOut, test } from './test'
import { typeInto } from './type-into'

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS

test(
  'a note at a moment is written with C, shown everywhere, edited, replied to and deleted',
  { tag: '@engines' },
  async ({ page, shared, browserName }) => {
    await linger(page)
    const { id } = await givenCandidatePage(page, shared)
    // Where no other test notes anything: a mark in the margin tells of ten notes at the most.
    for (let skip = 0; skip < 7; skip++) await page.keyboard.press('l')
    await page.keyboard.press('c')
    await page.keyboard.type('Strong **start**')
    await page.keyboard.press('Control+Enter')
    const panel = page.getByRole('tabpanel', { name: /Notes/ })
    await expect(panel).toBeFocused()
    await expect(panel).toHaveCSS('outline-style', 'none')

    const note = page.getByRole('article', { name: `Note by ${REVIEWER}` }).filter({ hasText: 'Strong start' })
    await expect(note.locator('strong')).toHaveText('start')
    await expect(note.getByRole('button', { name: 'Play from 1:10' })).toBeVisible()
    await expect(page.locator('[data-note-tick][title*="Strong"]')).toHaveCount(1)
    const margin = page.getByRole('button', { name: /^Open the (note|\d+ notes)$/ })
    await expect(margin.and(page.locator('[title*="Strong"]'))).toBeVisible()

    await note.getByRole('button', { name: 'Edit' }).click()
    await typeInto(page.getByRole('textbox', { name: 'Your note' }), 'Weaker than I thought')
    await page.getByRole('button', { name: 'Save' }).click()
    const edited = page.getByRole('article').filter({ hasText: 'Weaker than I thought' })
    await expect(edited).toContainText('edited')

    await edited.getByRole('button', { name: 'Reply' }).click()
    // A reply outlives its note, also the one of the other engine.
    const reply = `Agreed in ${browserName}`
    await typeInto(page.getByRole('textbox', { name: 'Your reply' }), reply)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('article').filter({ hasText: reply })).toBeVisible()
    const thread = page.getByRole('listitem').filter({ hasText: reply }).first()

    await edited.getByRole('button', { name: 'Delete' }).first().click()
    await expect(thread.getByText('This note was deleted by its author.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(edited).toBeVisible()
    await expect(panel).toBeFocused()

    await edited.getByRole('button', { name: 'Delete' }).first().click()
    // Whoever leaves the page cannot bring it back any more: it is deleted at once.
    await page.goto('/review')
    const stored = async () => (await page.request.get(`/api/interviews/${id}/notes`)).text()
    await expect.poll(stored).not.toContain('Weaker than I thought')
    await openCandidate(page, id, '?panel=notes')
    await expect(thread.getByText('This note was deleted by its author.')).toBeVisible()
  },
)

test('a note that cannot be drawn is a sentence there, its author can delete it, and the others are drawn', async ({
  page,
  shared,
}) => {
  // Nothing that a note may say breaks the page any more, so the browser is made to fail over one.
  await page.addInitScript(() => {
    const split = Reflect.get(String.prototype, 'split') as (...how: unknown[]) => string[]
    Reflect.set(String.prototype, 'split', function (this: string, ...how: unknown[]) {
      if (this.startsWith('This note breaks')) throw new Error('as if nobody could read it')
      return Reflect.apply(split, this, how)
    })
  })
  const { id } = await givenCandidatePage(page, shared)
  const write = async (body: string, parentId: string | null = null) => {
    const noteId = crypto.randomUUID()
    const url = `/api/interviews/${id}/notes/${noteId}`
    const note = JSON.stringify({ parentId, at: parentId === null ? 3 : null, quote: null, body })
    await page.evaluate(async ([to, sent]) => (await fetch(to, { method: 'PUT', body: sent })).json(), [
      url,
      note,
    ] as const)
    return noteId
  }
  // One that was answered leaves its place.
  await write('Its answer', await write('This note breaks'))
  await write('This one stays')
  await openCandidate(page, id)
  await page.getByRole('tab', { name: /Notes/ }).click()
  await expect(page.getByRole('article').filter({ hasText: 'This one stays' })).toBeVisible()

  const broken = page.getByRole('article').filter({ hasText: 'This note could not be drawn.' })
  await broken.getByRole('button', { name: 'Delete' }).click()
  await expect(broken).toHaveCount(0)
  const thread = page.getByRole('listitem').filter({ hasText: 'Its answer' }).first()
  await expect(thread.getByText('This note was deleted by its author.')).toBeVisible()
})

test('a half-written note survives a reload with its moment, and is forgotten once it is given up', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.keyboard.press('l')
  await page.keyboard.press('c')
  await page.keyboard.type('Half of a thou')
  await openCandidate(page, id, '?panel=notes')
  await page.getByRole('button', { name: 'Go on with your note' }).click()
  await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('Half of a thou')
  // Other tests note things at the same moment; the note that is being written stands above theirs.
  await expect(page.getByRole('button', { name: 'Play from 0:10' }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Add a note' }).click()
  await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('')
})

test('C while a note is being written leads back to it and moves nothing; once it is sent the keys are the player’s again', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('l')
  await page.keyboard.press('c')
  const field = page.getByRole('textbox', { name: 'New note' })
  await page.keyboard.type('Begun at ten')
  await page.getByRole('heading', { level: 1 }).click()
  await expect(field).not.toBeFocused()
  await page.keyboard.press('l')
  await page.keyboard.press('c')
  await expect(field).toBeFocused()
  await page.keyboard.type(', ended later')
  await page.keyboard.press('Control+Enter')

  const note = page.getByRole('article').filter({ hasText: 'Begun at ten, ended later' })
  await expect(note.getByRole('button', { name: 'Play from 0:10' })).toBeVisible()
  await page.keyboard.press('l')
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(30, 0)
})

test('a member who is named finds the note on their home, and it leads to the moment', async ({ browser }) => {
  // Elsewhere other tests name this member too.
  const installation = await startInstallation({ members: [ADMIN, REVIEWER] })
  const page = await browser.newPage({ baseURL: installation.origin })
  const { name } = await givenCandidatePage(page, installation)
  await page.keyboard.press('l')
  await page.keyboard.press('c')
  await page.keyboard.type('Listen to this, @admin')
  await page.getByRole('option', { name: ADMIN }).click()
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByRole('article').filter({ hasText: `Listen to this, @${ADMIN}` })).toBeVisible()
  await expect(page.getByText('Not sent')).toHaveCount(0)
  await signOut(page)
  await expect(page).toHaveURL(/sign-in/)

  await signIn(page, ADMIN)
  await page.getByRole('link', { name: 'Review 1 new' }).click()
  const mention = page.getByRole('link', { name: new RegExp(`New.*${name}.*Listen to this`) })
  await expect(mention).toBeVisible()
  await expect(page.getByRole('link', { name: 'Review', exact: true })).toBeVisible()
  await mention.click()
  await expect(page).toHaveURL(/t=10#note-/)
  await expect(page.getByRole('article').filter({ hasText: 'Listen to this' })).toBeVisible()
  await page.close()
  await installation.stop()
})

test('members are shown and named by their names, oneself offered last, and whoever has none by their address', async ({
  browser,
}) => {
  const installation = await startInstallation({ members: [ADMIN, REVIEWER] })
  await runMember(['rename', ADMIN, '--name', 'Ada Byron'], installation.env)
  await runMember(['add', 'a.named@example.com', '--role', 'reviewer', '--name', 'Aaron Named'], installation.env)
  const page = await browser.newPage({ baseURL: installation.origin })
  await givenCandidatePage(page, installation, 'a.named@example.com')
  await expect(page.getByRole('banner').getByTitle('a.named@example.com')).toHaveText('Aaron Named')
  await page.keyboard.press('c')
  await page.keyboard.type('Listen, @')
  await expect(page.getByRole('option')).toHaveText([/^Ada Byron.*admin@/, REVIEWER, /^Aaron Named/])
  await page.keyboard.type('ada b')
  await page.getByRole('option', { name: 'Ada Byron' }).click()
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('article').filter({ hasText: 'Listen, @Ada Byron' })
  await expect(note).not.toContainText('Not sent')
  await signOut(page)
  await expect(page).toHaveURL(/sign-in/)

  await signIn(page, ADMIN)
  await page.getByRole('link', { name: 'Review 1 new' }).click()
  await page.getByRole('link', { name: /Aaron Named: Listen/ }).click()
  await expect(page.getByRole('article', { name: 'Note by Aaron Named' })).toContainText('Listen, @Ada Byron')
  await page.close()
  await installation.stop()
})

test('a note on selected words quotes them, and nobody else edits it', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const said = page.locator('[data-segment][data-candidate]').nth(3)
  const word = ((await said.locator('p').textContent()) ?? '').match(/\p{L}{4,}/u)?.[0] ?? ''
  await selectWords(page, Number(await said.getAttribute('data-segment')), word)
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.keyboard.type('Is this so?')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('article').filter({ hasText: 'Is this so?' })
  await expect(note.locator('blockquote')).toHaveText(word)
  await expect(note.getByRole('button', { name: 'Edit' })).toBeVisible()
  await expect(note).not.toContainText('Not sent')
  await signOut(page)
  await expect(page).toHaveURL(/sign-in/)

  await giveSession(page, ADMIN)
  await openCandidate(page, id, '?panel=notes')
  await expect(note.locator('blockquote')).toHaveText(word)
  await expect(note.getByRole('button', { name: 'Reply' })).toBeVisible()
  await expect(note.getByRole('button', { name: 'Edit' })).toHaveCount(0)
})

test('a note on words of two utterances quotes and underlines both', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const said = (segment: number) => page.locator(`[data-segment="${segment}"] p`)
  const firstWords = ((await said(2).textContent()) ?? '').split(' ').slice(-2).join(' ')
  const nextWords = ((await said(3).textContent()) ?? '').split(' ').slice(0, 2).join(' ')
  await page.evaluate(
    ([first, next]) => {
      const [one, other] = [2, 3].map((segment) => document.querySelector(`[data-segment="${segment}"] p`)?.firstChild)
      if (one && other) getSelection()?.setBaseAndExtent(one, (one.textContent?.length ?? 0) - first, other, next)
    },
    [firstWords.length, nextWords.length] as const,
  )
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.keyboard.type('Over two')
  await page.keyboard.press('Control+Enter')

  const note = page.getByRole('article').filter({ hasText: 'Over two' })
  await expect(note).not.toContainText('Not sent')
  await page.reload()
  await untilAlive(page)
  await page.getByRole('tab', { name: /Notes/ }).click()
  const speaker = async (segment: number) => page.locator(`[data-segment="${segment}"] b`).textContent()
  const quoted = `${await speaker(2)}: ${firstWords} ${await speaker(3)}: ${nextWords}`
  await expect(note.locator('blockquote')).toHaveText(quoted)
  const underlined = expect.arrayContaining([firstWords, nextWords])
  await expect.poll(() => painted(page, 'noted-words')).toEqual(underlined)
})

test('a hostile note is text', async ({ page, shared }) => {
  await givenCandidatePage(page, shared, RECRUITER)
  await page.keyboard.press('c')
  await page.keyboard.type('<img src=x onerror=alert(1)> [click](javascript:alert(1)) ![x](https://evil.example/x.png)')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('article').filter({ hasText: '<img' })
  await expect(note).toContainText('click')
  await expect(note.locator('img, a')).toHaveCount(0)
})
