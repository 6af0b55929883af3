import type { Page } from '@playwright/test'

/** What was copied last; a press copies some time after it. */
export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
