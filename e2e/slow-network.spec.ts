// What is pressed on a page whose later scripts are still on their way is done once they are there.
import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { links, rows, untilDrawn } from './candidate-list'
import { MEMBERS } from './installation'
import { holdScripts, onlyAskedScripts } from './late-scripts'
import { expect, giveSession, test } from './test'

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

type Case = { press: (page: Page) => Promise<void>; brings: (page: Page) => Promise<void> }

const CASES: Record<string, Case> = {
  'X and A assign what was just ticked': {
    press: (page) => keys(page, 'x', 'a'),
    brings: (page) => expect(dialog(page, 'Assign 1 interview')).toBeVisible(),
  },
  'X and E export it': {
    press: (page) => keys(page, 'x', 'e'),
    brings: (page) => expect(dialog(page, 'Export 1 interview')).toBeVisible(),
  },
  'X and C say why one cannot be compared': {
    press: (page) => keys(page, 'x', 'c'),
    brings: (page) => expect(page.getByRole('alert').filter({ hasText: '2 to 6 can be compared' })).toBeVisible(),
  },
  'Escape after A leaves what is ticked, without a dialog': {
    press: (page) => keys(page, 'x', 'a', 'Escape'),
    async brings(page) {
      const bar = page.getByRole('toolbar', { name: 'Selected interviews' })
      await expect(bar.getByRole('status')).toHaveText('1 selected')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  },
  'D in the status of a row asks why it is declined': {
    async press(page) {
      await rows(page).first().locator('[data-status-of]').click()
      await keys(page, 'd')
    },
    brings: (page) => expect(dialog(page, /^Status of/).getByRole('button', { name: /^Decline / })).toBeVisible(),
  },
  'an arrow goes on in a menu': {
    async press(page) {
      await page.getByRole('button', { name: 'Columns' }).focus()
      await keys(page, 'Enter', 'ArrowDown')
    },
    brings: (page) => expect(page.getByRole('menuitemcheckbox').nth(1)).toBeFocused(),
  },
}

for (const [name, { press, brings }] of Object.entries(CASES)) {
  test(`on a slow network ${name}`, async ({ page }) => {
    await giveSession(page, MEMBERS[1])
    await onlyAskedScripts(page)
    await page.goto('/candidates?state=ready')
    await untilAlive(page)
    await untilDrawn(page)
    const scripts = await holdScripts(page)
    await links(page).first().focus()
    await press(page)
    await expect.poll(scripts.count).toBeGreaterThan(0)
    await expect(page.getByRole('dialog').or(page.getByRole('menu')).or(page.getByRole('toolbar'))).toHaveCount(0)
    await scripts.release()
    await brings(page)
  })
}

async function keys(page: Page, ...pressed: string[]) {
  for (const key of pressed) await page.keyboard.press(key)
}
