import type { Page } from '@playwright/test'

export type Screen = {
  name: string
  path: string
  /** What a user does on it before the picture is taken. */
  prepare?: (page: Page) => Promise<void>
  /** A selector of what is new by that, where the rest is a screen of its own. */
  part?: string
}

export const FLOATING = '[data-radix-popper-content-wrapper]'
export const DIALOG = '[role=dialog]'
export const PANEL = '[role=tabpanel]'

/** Out of the palette. */
export async function runCommand(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}
