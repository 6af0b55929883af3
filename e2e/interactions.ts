import type { Locator, Page } from '@playwright/test'

/** What a person does on a page, one after the other; each click, tap, key and text that is typed counts as one. */
export function countInteractions(page: Page) {
  let count = 0
  return {
    count: () => count,
    click: async (target: Locator) => {
      count++
      await target.click()
    },
    tap: async (target: Locator) => {
      count++
      await target.tap()
    },
    press: async (key: string) => {
      count++
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      count++
      await page.keyboard.type(text)
    },
  }
}
