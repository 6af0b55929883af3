import { chromium, type Browser, type Page } from '@playwright/test'
import { z } from 'zod'
import { areAlive, CONTROLS } from '../e2e/alive'
import { CHROMIUM_ARGS, findChromium } from '../e2e/chromium'
import { browserCookies, signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, startInstallation, type Installation } from '../e2e/installation'
import { untilMirrored } from './mirrored'
import { percentile } from './percentile'

/** Candidates that are gone on from. */
const STEPS = 8
/** Milliseconds on a page before its vote: a person hears something first, and the next one is loaded meanwhile. */
const LISTENING_MS = 4_000
/** Milliseconds for a page on a machine that has other things to do. */
const PATIENCE_MS = 120_000
const LOOK_MS = 50
const VIEWPORT = { width: 1440, height: 900 }

const queue = z.object({ items: z.array(z.object({ interviewId: z.string() })) })
const list = z.object({ items: z.array(z.object({ id: z.string(), state: z.string(), hasAudio: z.boolean() })) })
const asks = z.object({ askable: z.array(z.object({ id: z.string(), email: z.string() })) })

/** Milliseconds from what leads to the next candidate until their words are painted, and until they sound. */
type Step = { readable: number; audible: number }

/** From a vote to the next candidate of the queue, against the same walk by loading each page, in one Chromium. */
export async function measureQueue() {
  const installation = await startInstallation({ env: { MIRROR_INTERVAL_SECONDS: '3600' } })
  const { origin } = installation
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  await untilMirrored(origin, cookie)
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
  try {
    const ids = await assignAll(installation, cookie)
    const loaded = await walkByLoading(await enter(browser, installation, cookie), { origin, ids })
    const loads: Load[] = []
    const walked = await walkByVotes(await enter(browser, installation, cookie), { origin, loads })
    report({ loaded, walked, loads })
  } finally {
    await browser.close()
    await installation.stop()
  }
}

/** Every interview that plays waits for the admin, in the order of the queue. */
async function assignAll({ origin }: Installation, cookie: string): Promise<string[]> {
  const { items } = list.parse(await ask(`${origin}/api/interviews?limit=200`, cookie))
  const interviewIds = items.filter(({ state, hasAudio }) => state === 'ready' && hasAudio).map(({ id }) => id)
  const { askable } = asks.parse(await ask(`${origin}/api/interviews/${interviewIds[0]}/asks`, cookie))
  const me = askable.find(({ email }) => email === MEMBERS[0])
  await ask(`${origin}/api/assignments`, cookie, { interviewIds, memberIds: [me?.id], dueOn: null })
  const waiting = queue.parse(await ask(`${origin}/api/review/queue`, cookie))
  return waiting.items.map(({ interviewId }) => interviewId).slice(0, STEPS + 1)
}

async function enter(browser: Browser, { origin }: Installation, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT })
  // What tsx compiles calls it to keep the names of functions, in the page too.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(watch)
  await context.addCookies(browserCookies(cookie, origin))
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

/** In the page: tells when the words of another candidate are painted, and when another recording than before sounds. */
function watch() {
  const told = { from: 0, readable: 0, audible: 0, name: '' }
  let former: Element | null = null
  const look = (now: number) => {
    const isAnother = document.querySelector('h1')?.textContent !== told.name
    if (told.readable === 0 && isAnother && document.querySelector('[data-segment]')) told.readable = now
    const media = document.querySelector<HTMLMediaElement>('audio, video')
    const sounds = media !== null && media !== former && !media.paused && media.currentTime > 0
    if (told.audible === 0 && told.readable > 0 && sounds) told.audible = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  const vote = ({ key, timeStamp }: KeyboardEvent) => {
    if (key !== '3') return
    former = document.querySelector('audio, video')
    Object.assign(told, { from: timeStamp, readable: 0, audible: 0, name: document.querySelector('h1')?.textContent })
  }
  window.addEventListener('keydown', vote, { capture: true })
  Object.assign(window, { told })
}

async function untilHearsKeys(page: Page) {
  while (!(await page.locator(CONTROLS).evaluateAll(areAlive))) await page.waitForTimeout(LOOK_MS)
}

type Told = Step & { from: number }

async function untilHeard(page: Page): Promise<Step> {
  await page.waitForFunction(() => (window as unknown as { told: Told }).told.audible > 0)
  const { from, readable, audible } = await page.evaluate(() => (window as unknown as { told: Told }).told)
  return { readable: readable - from, audible: audible - from }
}

async function walkByLoading(page: Page, { origin, ids }: { origin: string; ids: string[] }): Promise<Step[]> {
  const steps: Step[] = []
  for (const id of ids) {
    await page.goto(`${origin}/candidates/${id}`, { waitUntil: 'commit' })
    await untilHearsKeys(page)
    await page.keyboard.press('Space')
    steps.push(await untilHeard(page))
  }
  await page.context().close()
  return steps.slice(1)
}

async function walkByVotes(page: Page, { origin, loads }: { origin: string; loads: Load[] }): Promise<Step[]> {
  const steps: Step[] = []
  await page.goto(`${origin}/review`)
  await untilHearsKeys(page)
  await page.keyboard.press('s')
  await page.waitForURL(/queue=1/)
  await page.locator('[data-segment]').first().waitFor()
  await untilHearsKeys(page)
  await page.keyboard.press('Space')
  await untilHeard(page)
  const load = await followLoads(page)
  for (let step = 0; step < STEPS; step++) {
    await page.waitForTimeout(LISTENING_MS)
    loads.push(load())
    await page.keyboard.press('3')
    steps.push(await untilHeard(page))
  }
  await page.context().close()
  return steps
}

/** Bytes that come while somebody listens: pages, times of words, and recordings, this one's among them. */
type Load = { page: number; words: number; recording: number }
const NOTHING: Load = { page: 0, words: 0, recording: 0 }

/** The returned function tells what has come since it was called last. */
async function followLoads(page: Page): Promise<() => Load> {
  const devtools = await page.context().newCDPSession(page)
  let load: Load = { ...NOTHING }
  const kinds = new Map<string, keyof Load>()
  devtools.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
    if (url.includes('/recording/')) kinds.set(requestId, 'recording')
    else if (url.endsWith('/words')) kinds.set(requestId, 'words')
    else if (url.includes('_rsc=')) kinds.set(requestId, 'page')
  })
  devtools.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) load[kind] += dataLength
  })
  await devtools.send('Network.enable')
  return () => {
    const came = load
    load = { ...NOTHING }
    return came
  }
}

function report({ loaded, walked, loads }: { loaded: Step[]; walked: Step[]; loads: Load[] }) {
  const middle = (steps: Step[], of: keyof Step) =>
    Math.round(
      percentile(
        steps.map((step) => step[of]),
        50,
      ),
    )
  const kilobytes = (of: keyof Load) =>
    Math.round(
      percentile(
        loads.map((load) => load[of]),
        50,
      ) / 1000,
    )
  console.log(`\nFrom a vote to the next candidate, medians of ${walked.length} steps`)
  console.table(
    (['readable', 'audible'] as const).map((of) => ({
      'the next candidate is': of,
      'after a vote ms': middle(walked, of),
      'by loading the page ms': middle(loaded, of),
      ratio: Math.round((middle(loaded, of) / middle(walked, of)) * 10) / 10,
      'aim ms': of === 'readable' ? 100 : 250,
    })),
  )
  console.table([
    { 'loaded before, kB': kilobytes('page'), words: kilobytes('words'), recordings: kilobytes('recording') },
  ])
}

async function ask(url: string, cookie: string, body?: unknown): Promise<unknown> {
  const headers = { cookie, origin: new URL(url).origin }
  const response = await fetch(url, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
