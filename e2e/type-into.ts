import type { Locator } from '@playwright/test'

/** What stood in the field is replaced, key by key: over BiDi, Playwright's fill sets a value that React does not notice. */
export async function typeInto(field: Locator, text: string) {
  await field.selectText()
  await field.pressSequentially(text)
}
