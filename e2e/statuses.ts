import type { Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { links, rows, untilDrawn } from './candidate-list'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, type Installation } from './installation'
import { linger } from './linger'
import { giveSession } from './test'

const [ADMIN, RECRUITER] = MEMBERS

const listed = z.object({
  items: z.array(
    z.object({
      ...{ id: z.string(), status: z.string(), ribbonStatus: z.string().nullable() },
      ...{
        flow: z.object({ id: z.string().nullable(), title: z.string().nullable() }),
        candidate: z.object({ email: z.string().nullable() }),
      },
    }),
  ),
})

/** As an admin asks the API. */
async function ask({ origin }: Installation, path: string, init: RequestInit = {}) {
  const cookie = await signInOverHttp(origin, ADMIN, PASSWORD)
  const response = await fetch(`${origin}/api/${path}`, { ...init, headers: { cookie, origin } })
  return { status: response.status, body: (await response.json()) as unknown }
}
export const listOf = async (installation: Installation, search: string) =>
  listed.parse((await ask(installation, `interviews?${search}`)).body).items
export const statusOf = async (installation: Installation, id: string) =>
  (await listOf(installation, `id=${id}`))[0]?.status
export const adminSets = (installation: Installation, id: string, status: string) =>
  ask(installation, `interviews/${id}/status`, { method: 'PUT', body: JSON.stringify({ status, reason: 'No nights' }) })

/** What the tests before set is set back, so that each begins with new ones. */
export async function openNew(page: Page, installation: Installation, path = '/candidates?sort=candidate&state=ready') {
  for (const { id, status } of await listOf(installation, 'limit=200'))
    if (status !== 'new') await adminSets(installation, id, 'new')
  await giveSession(page, RECRUITER)
  await linger(page)
  await page.goto(path)
  await untilAlive(page)
  await untilDrawn(page)
}
export const idOf = async (page: Page, index: number) => (await links(page).nth(index).getAttribute('data-row')) ?? ''
export const button = (page: Page, index: number) => rows(page).nth(index).locator('[data-status-of]')
export const words = (page: Page, ...indexes: number[]) =>
  Promise.all(indexes.map((index) => button(page, index).evaluate(({ firstChild }) => firstChild?.textContent)))
