import { untilAlive } from './alive'
import { links, rows } from './candidate-list'
import { hurry } from './hurry'
import { MEMBERS } from './installation'
import { changeCandidateStatus, pointWebhooks } from './sandbox-control'
import { testOnItsOwn } from './own-installation'
import { adminSets, button, idOf, listOf, openNew, statusOf, words } from './statuses'
import { expect, giveSession } from './test'

const [ADMIN, RECRUITER, REVIEWER] = MEMBERS
const SECRET = 'a secret for the webhooks of statuses'

/** Since statuses are everybody's. */
const test = testOnItsOwn({ env: { RIBBON_WEBHOOK_SECRET: SECRET } })

test('S on a row shortlists, Z takes it back; D asks why before it declines, and a colleague’s open list hears', async ({
  page,
  installation,
  browser,
}) => {
  await openNew(page, installation)
  const colleague = await (await browser.newContext({ baseURL: installation.origin })).newPage()
  await hurry(colleague)
  await giveSession(colleague, ADMIN)
  await colleague.goto('/candidates?sort=candidate&state=ready')
  await untilAlive(colleague)

  const id = await idOf(page, 0)
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(button(page, 0)).toHaveText('Shortlisted')
  await expect(page.getByRole('status').filter({ hasText: /shortlisted/ })).toBeVisible()
  await expect.poll(() => statusOf(installation, id)).toBe('shortlisted')
  await page.keyboard.press('z')
  await expect(button(page, 0)).toHaveText('New')
  await expect.poll(() => statusOf(installation, id)).toBe('new')

  await button(page, 0).click()
  const menu = page.getByRole('dialog', { name: /^Status of/ })
  await expect(menu).toBeVisible()
  await page.keyboard.press('d')
  await menu.getByRole('button', { name: /^Decline / }).click()
  await expect(menu.getByRole('status')).toHaveText('Choose a reason, or say it in your words.')
  await menu.getByRole('radio', { name: 'Withdrew' }).check()
  await menu.getByLabel('In your words').fill('found another job')
  await menu.getByRole('button', { name: /^Decline / }).click()
  await expect(button(page, 0)).toHaveText('Declined')
  await expect(colleague.locator('tbody tr').first().locator('[data-status-of]')).toHaveText('Declined')

  await links(colleague).first().click()
  await colleague.getByRole('button', { name: 'Status: Declined' }).click()
  const history = colleague.getByRole('list', { name: 'Statuses so far' })
  await expect(history.getByRole('listitem').first()).toContainText(`Declined, ${RECRUITER}`)
  await expect(history.getByRole('listitem').first()).toContainText('Withdrew: found another job')
  await colleague.context().close()
})

test('x and Shift with J tick rows, whose status is set at once and taken back at once', async ({
  page,
  installation,
}) => {
  await openNew(page, installation)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
  const bar = page.getByRole('toolbar', { name: 'Selected interviews' })
  await expect(bar.getByRole('status')).toHaveText('3 selected')
  await bar.getByRole('button', { name: 'Status' }).click()
  await expect(page.getByRole('dialog', { name: 'Status of 3' })).toBeVisible()
  await page.keyboard.press('h')
  await expect.poll(() => words(page, 0, 1, 2, 3)).toEqual(['On hold', 'On hold', 'On hold', 'New'])
  await expect(bar).toHaveCount(0)
  await expect.poll(async () => (await listOf(installation, 'status=on_hold')).length).toBe(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => words(page, 0, 1, 2)).toEqual(['New', 'New', 'New'])
  await expect.poll(async () => (await listOf(installation, 'status=on_hold')).length).toBe(0)

  await links(page).first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar.getByRole('status')).toHaveText(/ selected$/)
  await expect(bar.getByRole('status')).toHaveText(`${await rows(page).count()} selected`)
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
})

test('where a colleague was faster theirs is shown, with the way to insist', async ({ page, installation }) => {
  await openNew(page, installation)
  const id = await idOf(page, 0)
  // What it is told of every now and then does not come in between.
  await page.route('**/api/interviews/news?*', () => {})
  await adminSets(installation, id, 'declined')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  const said = page.getByRole('alert').filter({ hasText: 'declined' })
  await expect(said).toContainText(new RegExp(`^${ADMIN} declined .+ just now\\.`))
  await expect(button(page, 0)).toHaveText('Declined')
  await said.getByRole('button', { name: 'Shortlist anyway' }).click()
  await expect(button(page, 0)).toHaveText('Shortlisted')
  await expect.poll(() => statusOf(installation, id)).toBe('shortlisted')
})

test('without a network the change is shown and kept, and sent when there is one', async ({ page, installation }) => {
  await openNew(page, installation)
  const id = await idOf(page, 0)
  await page.keyboard.press('j')
  await page.context().setOffline(true)
  await page.keyboard.press('s')
  await expect(button(page, 0)).toHaveText('ShortlistedNot sent yet')
  expect(await statusOf(installation, id)).toBe('new')
  await page.context().setOffline(false)
  await expect(button(page, 0)).toHaveText('Shortlisted')
  await expect.poll(() => statusOf(installation, id)).toBe('shortlisted')
})

test('by status the same rows stand below six heads with their counts, and one that is set moves there', async ({
  page,
  installation,
}) => {
  await openNew(page, installation)
  const total = await rows(page).count()
  await page.getByRole('button', { name: 'By status' }).click()
  const heads = page.getByRole('rowheader')
  await expect(heads).toHaveText([
    `New ${total}`,
    /^In review 0/,
    /^Shortlisted 0/,
    /^On hold 0/,
    /^Advanced 0/,
    /^Declined 0/,
  ])
  await expect(page).toHaveURL(/sort=status/)
  // The rows of before stand there, in their order, until the others are read.
  const inOrder = (await listOf(installation, 'sort=status&state=ready&limit=200')).map(({ id }) => id)
  await expect
    .poll(() => links(page).evaluateAll((all) => all.map((link) => link.getAttribute('data-row'))))
    .toEqual(inOrder)
  await links(page).first().focus()
  const id = await idOf(page, 0)
  const next = await idOf(page, 1)
  await page.keyboard.press('s')
  await expect(heads.nth(0)).toHaveText(`New ${total - 1}`)
  await expect(page.locator(`a[data-row="${next}"]`)).toBeFocused()
  await expect(heads.nth(2)).toHaveText('Shortlisted 1')
  const shortlisted = async () => {
    const order = await page
      .locator('tbody :is(th, a[data-row])')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-row') ?? one.textContent))
    return order[order.indexOf('Shortlisted 1') + 1]
  }
  await expect.poll(shortlisted).toBe(id)
})

test('a reviewer sees the status and cannot change it; Ribbon’s word stands below where it differs', async ({
  page,
  installation,
}) => {
  await openNew(page, installation)
  const known = (await listOf(installation, 'sort=candidate&state=ready')).find(
    ({ flow, candidate }) => flow.title !== null && candidate.email !== null,
  )
  const id = known?.id ?? ''
  await pointWebhooks(installation, `${installation.origin}/api/webhooks/ribbon`, SECRET)
  const change = {
    interview_flow_id: known?.flow.id ?? '',
    interviewee_email: known?.candidate.email ?? '',
    new_status: 'rejected',
  }
  expect(await changeCandidateStatus(installation.sandbox, change)).toEqual([
    { event: 'candidate_status_updated', status: 204 },
  ])
  await adminSets(installation, id, 'advanced')
  await giveSession(page, REVIEWER)
  await page.goto('/candidates?sort=candidate&state=ready')
  await untilAlive(page)
  const row = page.locator('tbody tr', { has: page.locator(`a[data-row="${id}"]`) })
  await expect(row).toContainText('Ribbon: rejected')
  await expect(page.locator('[data-status-of], input[type=checkbox]')).toHaveCount(0)
  await row.locator('a[data-row]').focus()
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Status: Advanced' }).click()
  const history = page.getByRole('dialog', { name: /^Status of/ })
  await expect(history).toContainText(`Advanced, ${ADMIN}`)
  await expect(history.getByRole('button')).toHaveCount(0)
  expect(await statusOf(installation, id)).toBe('advanced')
  await adminSets(installation, id, 'declined')
  await page.goto('/candidates?sort=candidate&state=ready')
  await expect(row).toContainText('Declined')
  await expect(row).not.toContainText('Ribbon')
})

test('who holds an interview to be invalid or a score to be wrong says so beside what Ribbon said', async ({
  page,
  installation,
}) => {
  await openNew(page, installation, '/candidates?sort=candidate&state=ready&skills=1..')
  const path = (await links(page).first().getAttribute('href')) ?? ''
  await giveSession(page, REVIEWER)
  await page.goto(path)
  await untilAlive(page)
  await page.getByRole('tab', { name: 'Scores' }).click()
  const score = page.getByRole('row', { name: /^Skills/ })
  const given = await score.getByRole('cell').textContent()
  await score.getByRole('button', { name: 'Skills: mark as wrong' }).click()
  const form = page.getByRole('dialog', { name: 'Skills is wrong' })
  await form.getByLabel('Why').fill('She ran it for ten years')
  await form.getByRole('button', { name: 'Mark as wrong' }).click()
  await expect(score).toContainText('You say this is wrong: She ran it for ten years', { useInnerText: true })
  await expect(score.getByRole('cell')).toHaveText(given ?? '')
  await score.getByRole('button', { name: 'Take back' }).click()
  await expect(score).not.toContainText('ten years')

  await page.getByRole('button', { name: 'Mark invalid' }).click()
  const why = page.getByRole('dialog', { name: 'Mark this interview as invalid' })
  await why.getByRole('radio', { name: 'Somebody else spoke' }).check()
  await why.getByRole('button', { name: 'Mark invalid' }).click()
  const note = page.getByRole('note').filter({ hasText: 'Marked invalid' })
  await expect(note).toContainText(`Marked invalid by ${REVIEWER}: somebody else spoke. Votes are closed.`)
  await page.goto('/candidates?invalid=yes')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('Invalid')
  await page.goto(path)
  await untilAlive(page)
  await note.getByRole('button', { name: 'It is valid' }).click()
  await expect(note).toHaveCount(0)
  await expect.poll(() => listOf(installation, 'invalid=yes')).toEqual([])
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('on a phone Select has a tap on a row tick it, and the bar sets what is ticked', async ({
    page,
    installation,
  }) => {
    await openNew(page, installation)
    await page.getByRole('button', { name: 'Select', exact: true }).tap()
    for (const index of [0, 1]) await rows(page).nth(index).tap()
    const bar = page.getByRole('toolbar', { name: 'Selected interviews' })
    await expect(bar.getByRole('status')).toHaveText('2 selected')
    await bar.getByRole('button', { name: 'Status' }).tap()
    await page.getByRole('button', { name: 'Advanced' }).tap()
    await expect.poll(async () => (await listOf(installation, 'status=advanced')).length).toBe(2)
    await expect(rows(page).first()).toContainText('Advanced')
  })

  test('on a phone what a colleague set meanwhile is said above the votes, where it covers nothing, with both ways out beside each other', async ({
    page,
    installation,
  }) => {
    const [first] = await listOf(installation, 'state=ready&recording=yes&limit=1')
    const id = first?.id ?? ''
    await openNew(page, installation, `/candidates/${id}`)
    await adminSets(installation, id, 'on_hold')
    await page.getByRole('button', { name: /^Status: / }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Shortlisted' }).tap()
    const said = page.getByRole('alert').filter({ hasText: 'on hold' })
    await expect(said.getByRole('button')).toHaveText(['Shortlist anyway', 'Leave it'])
    const isClear = () =>
      said.evaluate((notice) => {
        const { left, right, bottom } = notice.getBoundingClientRect()
        const votes = notice.closest('[data-docked]')?.querySelector('[aria-label="Your vote"]')
        const isWhole = (button: Element) => {
          const box = button.getBoundingClientRect()
          return button.scrollWidth <= button.clientWidth && box.left >= left && box.right <= right
        }
        return {
          ofVotes: bottom <= (votes?.getBoundingClientRect().top ?? NaN),
          buttons: [...notice.querySelectorAll('button')].map(isWhole),
        }
      })
    await expect.poll(isClear).toEqual({ ofVotes: true, buttons: [true, true] })
  })
})
