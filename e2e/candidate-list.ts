import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { giveSession, type Shared } from './test'

const listed = z.object({
  total: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      flow: z.object({ id: z.string().nullable() }),
      assessment: z.object({ generalScore: z.number().nullable() }),
    }),
  ),
})

/** As an admin is told it by the API. */
export async function list({ origin }: Pick<Shared, 'origin'>, search: string) {
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  const response = await fetch(`${origin}/api/interviews?${search}`, { headers: { cookie } })
  return { status: response.status, ...listed.safeParse(await response.json()).data }
}

/** As a recruiter, or as this member, alive, with what is known by now, and all of its first page drawn. */
export async function openList(page: Page, shared: Shared, path = '/candidates', email: string = MEMBERS[1]) {
  await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  await giveSession(page, email)
  await page.goto(path)
  await untilAlive(page)
  await untilDrawn(page)
}

/** All rows that have come are there: the server draws the first ones, and the browser the others once it is alive. */
export async function untilDrawn(page: Page) {
  await expect(page.locator('tbody[data-part]')).toHaveCount(0)
}

export const rows = (page: Page) => page.locator('tbody tr')
export const links = (page: Page) => rows(page).locator('td:first-child > a')
export const pathsShown = (page: Page) =>
  links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
export const total = (page: Page) => page.getByRole('heading', { level: 1 }).getByRole('status')
