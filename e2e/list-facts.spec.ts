import { randomUUID } from 'node:crypto'
import { list, openList, rows, total, untilDrawn } from './candidate-list'
import { untilRead } from './candidate-page'
import { cutRings } from './focus-rings'
import { runMember } from './installation'
import { expect, test } from './test'

test('the list knows what is new to its reader, and on coming back what they have begun and how many notes there are', async ({
  page,
  shared,
}) => {
  // What is new to a member of its own no other test looks at. The longest first: of that a screen is not nearly all.
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'recruiter'], shared.env)
  await openList(page, shared, '/candidates?sort=-talk', email)
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'You', exact: true }).click()
  const isNew = page.getByRole('menuitemcheckbox', { name: /^New \d+$/ })
  const count = Number(/\d+$/.exec((await isNew.textContent()) ?? '')?.[0])
  await isNew.click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/you=new/)
  await expect(total(page)).toHaveText(`${count} interviews`)
  await expect(rows(page).filter({ hasText: 'New' })).toHaveCount(count)
  const path = await rows(page)
    .filter({ hasNot: page.getByText('No recording'), has: page.locator('td.notes:empty') })
    .first()
    .getByRole('link')
    .first()
    .getAttribute('href')
  const row = rows(page).filter({ has: page.locator(`a[href="${path}"]`) })
  await expect(row.locator('td.you')).toHaveText('New')
  await expect(row.locator('td.notes')).toHaveText('')

  await row.getByRole('link').first().click()
  await untilRead(page)
  await page.keyboard.press('c')
  await page.keyboard.type('Calm')
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await page.keyboard.press('Control+Enter')
  await saved
  await page.goBack()
  await expect(row.locator('td.you')).toHaveText('Begun')
  await expect(row.locator('td.notes')).toHaveText('1')
})

test('an interview without a recording says so in its row, and Filter offers that first', async ({ page, shared }) => {
  await openList(page, shared, '/candidates?state=ready')
  const silent = await list(shared, 'state=ready&recording=no')
  await expect(rows(page).filter({ hasText: 'No recording' })).toHaveCount(silent.total ?? NaN)
  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('menuitem').first()).toHaveText('Recording')
  await page.getByRole('menuitem').first().click()
  await page.getByRole('button', { name: `None ${silent.total}` }).click()
  await expect(page).toHaveURL(/recording=no/)
  await expect(rows(page)).toHaveCount(silent.total ?? NaN)
  await expect(filters.getByRole('button', { name: 'Remove the filter No recording' })).toBeVisible()
})

test('each choice of a menu says how many interviews it would leave, and a menu that scrolls shows it', async ({
  page,
  shared,
}) => {
  await openList(page, shared, '/candidates?state=ready')
  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Flow' }).click()
  const choices = page.getByRole('menuitemcheckbox')
  await expect(choices.first()).toHaveText(/\d$/)
  const count = Number(/\d+$/.exec((await choices.first().textContent()) ?? '')?.[0])
  const menu = page.getByRole('menu')
  const hidden = () => menu.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  expect(await hidden()).toBe(0)
  await choices.first().click()
  await expect(total(page)).toHaveText(`${count} interviews`)
  await expect(page.getByRole('columnheader', { name: 'Flow' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.setViewportSize({ width: 1024, height: 400 })
  await page.getByRole('button', { name: 'Columns' }).click()
  // It learns from where it is placed how high it may be.
  await expect.poll(hidden).toBeGreaterThan(100)
  const edge = async () => {
    const box = await menu.boundingBox()
    if (!box) throw new Error('the menu is not drawn')
    const clip = { x: box.x + 2, y: box.y + box.height - 3, width: 3, height: 2 }
    return (await page.screenshot({ clip })).toString('base64')
  }
  const more = await edge()
  await menu.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect.poll(edge).not.toBe(more)
})

test('no two links of a list have one name and two targets', async ({ page, shared }) => {
  await openList(page, shared)
  const { items = [] } = await list(shared, 'q=flow:stocker&limit=1')
  const flow = items[0]?.flow.id ?? ''
  for (const search of ['', 'q=night', `q=${encodeURIComponent('flow:stocker')}&flow=${flow}`]) {
    await page.goto(`/candidates?${search}`)
    await untilDrawn(page)
    await expect(rows(page).first()).toBeVisible()
    const links = await page
      .locator('tbody a')
      .evaluateAll((all) =>
        all.map((link) => [link.textContent.replaceAll(/\s+/g, ' ').trim(), link.getAttribute('href') ?? ''] as const),
      )
    const targets = new Map<string, Set<string>>()
    for (const [name, href] of links) targets.set(name, (targets.get(name) ?? new Set()).add(href))
    expect([...targets].filter(([, hrefs]) => hrefs.size > 1).map(([name]) => name)).toEqual([])
    expect(links.length).toBeGreaterThan(3)
  }
})

for (const width of [1440, 390]) {
  test(`at ${width} px whoever goes through the list by keyboard sees the whole ring around each control`, async ({
    page,
    shared,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await openList(page, shared, '/candidates?q=night&score=1..&state=ready')
    await expect(page.getByRole('listitem').filter({ hasText: 'night' }).first()).toBeVisible()
    await page.keyboard.press('Tab')
    expect(await cutRings(page.locator('main'))).toEqual([])
  })
}
