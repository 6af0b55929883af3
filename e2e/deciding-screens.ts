import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { untilAlive } from './alive'
import { STOCKER } from './installation'
import { DIALOG, type Screen } from './screen'

const matrix = z.object({ rows: z.array(z.object({ interview: z.string() })) })
const list = z.object({ items: z.array(z.object({ id: z.string() })) })
const assignable = z.object({
  members: z.array(z.object({ member: z.object({ id: z.string(), email: z.string() }) })),
})

/** What is seen only while somebody decides: names that are hidden, a status just set, a flow shared out, the page that a vote has opened. */
export async function decidingScreens(origin: string, cookie: string, email: string): Promise<Screen[]> {
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${origin}${path}`, { headers: { cookie } })).json()
  const send = async (method: 'PUT' | 'POST', path: string, body: object) => {
    const sent = { method, body: JSON.stringify(body), headers: { cookie, origin } }
    const { ok, status } = await fetch(`${origin}${path}`, sent)
    if (!ok) throw new Error(`${path} was answered with ${status}`)
  }
  // By their ids: once names are hidden they are called otherwise.
  const { rows } = matrix.parse(await ask(`/api/flows/${STOCKER}/matrix`))
  const ids = rows.slice(0, 3).map(({ interview }) => interview)
  await send('PUT', `/api/interviews/${ids[1]}/invalid`, { cause: 'technical_failure', reason: null })
  await send('PUT', `/api/flows/${STOCKER}/names`, { hidden: true })

  // One waits for each picture, and one more: a vote opens the next.
  const { members } = assignable.parse(await ask(`/api/assignments?flow=${STOCKER}`))
  const me = members.find(({ member }) => member.email === email)?.member.id
  const { items } = list.parse(await ask('/api/interviews?state=ready&vote=none&limit=20'))
  await send('POST', '/api/assignments', { interviewIds: items.map(({ id }) => id), memberIds: [me] })

  const compared = `/compare?flow=${STOCKER}`
  return [
    { name: 'compare-hidden', path: compared },
    { name: 'compare-matrix-hidden', path: `${compared}&view=matrix` },
    { name: 'compare-side-by-side-hidden', path: `${compared}&view=side&ids=${ids.join()}` },
    { name: 'review-share-left', path: '/review', prepare: shareTooMany, part: DIALOG },
    { name: 'review-vote-notice', path: '/review', prepare: voteOnFirst },
    { name: 'candidates-status-notice', path: `/candidates/${items[0]?.id}`, prepare: setStatus },
  ]
}

async function shareTooMany(page: Page) {
  const assignmentIds = Array.from({ length: 2_000 }, () => crypto.randomUUID())
  const assigned = { assignmentIds, redated: [], unfilled: 14, left: 312 }
  await page.route('**/api/assignments', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ json: assigned }) : route.continue(),
  )
  await page.getByRole('button', { name: 'Assign', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  await dialog.getByText('312 interviews are left').waitFor()
}

async function voteOnFirst(page: Page) {
  await page
    .getByRole('button', { name: /^(Start|Go on)/ })
    .filter({ visible: true })
    .first()
    .click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(page).toHaveURL(/queue=1/)
  await untilAlive(page)
  const name = await heading.innerText()
  await page.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: 'Hire', exact: true }).click()
  await expect(heading).not.toHaveText(name)
  await page
    .getByRole('status')
    .filter({ hasText: `Hire for ${name}` })
    .waitFor()
}

/** Another one than before. */
async function setStatus(page: Page) {
  const button = page.getByRole('button', { name: /^Status: / })
  const wanted = /Shortlisted/.test((await button.textContent()) ?? '') ? 'On hold' : 'Shortlisted'
  await button.click()
  await page
    .getByRole('dialog', { name: /^Status of/ })
    .getByRole('button', { name: new RegExp(wanted) })
    .click()
  await page.getByRole('button', { name: /^Undo/ }).waitFor()
}
