import type { Page } from '@playwright/test'
import {
  candidateSpans,
  givenCandidatePage,
  mediaOf,
  untilHeardFrom,
  untilPlayable,
  wordsOfInterview,
} from './candidate-page'
import { startStrippingProxy } from './stripping-proxy'
import { expect, test } from './test'

test('on a network without ranges a word is played once all of the recording is there, and nothing seeks in a loop', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  const proxy = await startStrippingProxy(shared.origin)
  const open = async (search = '') => {
    await page.goto(`${proxy.origin}/candidates/${id}${search}`)
    await untilPlayable(page)
    await page.getByLabel('Recording', { exact: true }).evaluate((media) => {
      media.dataset.seeks = '0'
      media.addEventListener('seeking', () => (media.dataset.seeks = String(Number(media.dataset.seeks) + 1)))
    })
  }
  const seeks = () => page.getByLabel('Recording', { exact: true }).getAttribute('data-seeks').then(Number)
  try {
    // Held back, so that what is said meanwhile can be read: it is the browser's first request for all of it that passes.
    const release = await holdWhole(page)
    await open()
    const said = page.locator('[data-segment="7"] p')
    const start = (await wordsOfInterview(page, id))[7]?.[0]?.start ?? NaN
    await said.click({ position: { x: 4, y: 12 } })
    await expect(page.getByText('This network does not let us jump in the recording')).toBeVisible()
    expect(await seeks()).toBe(0)
    release()
    await untilHeardFrom(page, start)
    await expect(page.getByText('This network does not let us jump')).toHaveCount(0)
    expect(await seeks()).toBeLessThanOrEqual(1)

    await open('?t=12')
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(12.2)

    await open()
    await page.keyboard.press('x')
    await page.keyboard.press('k')
    const first = (await candidateSpans(page, id))[0]?.start ?? NaN
    await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(first)
    // To where it was when all of it had come, and to the candidate's first words.
    expect(await seeks()).toBeLessThanOrEqual(2)
  } finally {
    await page.goto('about:blank')
    await proxy.close()
  }
})

/** Lets nobody have all of the recording until the returned function is called. */
async function holdWhole(page: Page): Promise<() => void> {
  const released = new EventTarget()
  let isReleased = false
  await page.exposeFunction('untilReleased', async () => {
    if (!isReleased) await new Promise((resolve) => released.addEventListener('release', resolve, { once: true }))
  })
  await page.addInitScript(() => {
    const fetchNow = window.fetch.bind(window)
    const { untilReleased } = window as unknown as { untilReleased: () => Promise<void> }
    window.fetch = async (input, init) => {
      const response = await fetchNow(input, init)
      if (typeof input !== 'string' || !input.includes('/recording/')) return response
      const held = new TransformStream<Uint8Array, Uint8Array>({
        async transform(piece, controller) {
          controller.enqueue(piece)
          await untilReleased()
        },
      })
      return new Response(response.body?.pipeThrough(held), response)
    }
  })
  return () => {
    isReleased = true
    released.dispatchEvent(new Event('release'))
  }
}
