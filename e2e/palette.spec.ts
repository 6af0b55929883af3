import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { holdScripts, onlyAskedScripts } from './late-scripts'
import { expect, signIn, test } from './test'

test.beforeEach(async ({ page, shared }) => {
  await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  await signIn(page, MEMBERS[1])
})

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
}

test('Ctrl-K and a part of a name lead to the candidate', async ({ page }) => {
  await openPalette(page)
  await page.keyboard.type('solh ing')
  await expect(page.getByRole('option', { name: /Ingrid Solheim/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ingrid Solheim' })).toBeVisible()
})

test('what is typed before the palette’s script has come is typed into it, whatever has the focus', async ({
  page,
}) => {
  await onlyAskedScripts(page)
  await page.reload()
  await untilAlive(page)
  const scripts = await holdScripts(page)
  await page.getByLabel('Search every transcript').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('solh ing')
  await page.keyboard.press('Enter')
  await expect.poll(scripts.count).toBeGreaterThan(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await scripts.release()
  await expect(page.getByRole('heading', { level: 1, name: 'Ingrid Solheim' })).toBeVisible()
})

test('a flow leads to its candidates', async ({ page }) => {
  await openPalette(page)
  await page.keyboard.type('produce')
  await page.getByRole('option', { name: 'Produce stocker', exact: true }).click()
  await expect(page).toHaveURL(/flow=/)
  await expect(page.getByRole('button', { name: 'Remove the filter Produce stocker' })).toBeVisible()
})

test('an action does what it says, and Escape gives the focus back', async ({ page }) => {
  await openPalette(page)
  await page.keyboard.type('sort score')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sort=-score/)

  await page.getByLabel('Search every transcript').focus()
  await openPalette(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByLabel('Search every transcript')).toBeFocused()
})

test('who was opened last is there before anything is typed', async ({ page }) => {
  await page.goto('/candidates?q=name%3Asolheim')
  await untilAlive(page)
  await page.getByRole('link', { name: 'Ingrid Solheim' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ingrid Solheim' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: 'Recent candidates' }).getByRole('option').first()).toHaveText(
    /Ingrid Solheim/,
  )
})

test('it begins with what can be done here, and with what is nearest to what is typed', async ({ page }) => {
  await openPalette(page)
  const groups = page.getByRole('dialog').getByRole('group')
  await expect(groups.first()).toHaveAccessibleName('Actions')
  await expect(page.getByRole('option').first()).toHaveText(/^Search every transcript/)
  await expect(groups.last()).toHaveAccessibleName('Everywhere')

  await page.keyboard.type('sign')
  await expect(page.getByRole('option', { selected: true })).toHaveText('Sign out')
  await page.getByRole('combobox').fill('candidates')
  await expect(page.getByRole('option', { selected: true })).toHaveText('Candidates')
})
