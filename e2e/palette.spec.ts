import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
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
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
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
