import type { Browser, CDPSession, Page } from '@playwright/test'
import { percentile } from '../percentile'

/** A page that plays an interview; `word` finds what can be clicked to seek, `scroller` what scrolls, null the window. */
export type Room = {
  name: string
  url: string
  prepare?: (page: Page) => Promise<void>
  scroller: string | null
  word: string | null
}

export type Figures = {
  elements: number
  /** Milliseconds from navigation until the transcript is painted. */
  readable: number
  /** Megabytes after a collection. */
  heap: number
  /** Milliseconds from the click on a word to the seek, the median of some. */
  seeking: number
  /** Milliseconds; the browser tells of none under 50. */
  longestTask: number
}

/** Of playback: the transcript scrolls once meanwhile. */
const SECONDS = 30
const CLICKS = 5
const VIEWPORT = { width: 1440, height: 900 }

export async function measureRoom(browser: Browser, room: Room): Promise<Figures> {
  const { page, devtools } = await enter(browser, room)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const readable = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  )
  const longestTask = await scrollThrough(page, room.scroller)
  const seeking = room.word ? await clickWords(page, room.word) : NaN
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await page.context().close()
  return { elements, readable, heap: usedSize / 1e6, seeking, longestTask }
}

/** Milliseconds of the main thread per second of playback. */
export async function measurePlaying(browser: Browser, room: Room): Promise<number> {
  const { page, devtools } = await enter(browser, room)
  // So that what is played is in sight, on the pages whose transcript does not follow from the start too.
  if (room.word) await clickWords(page, room.word)
  // What loading has left behind is no part of playing.
  await devtools.send('HeapProfiler.collectGarbage')
  const playing = await playFor(page, devtools)
  await page.context().close()
  return playing
}

async function enter(browser: Browser, { url, prepare }: Room) {
  const context = await browser.newContext({ viewport: VIEWPORT })
  // What tsx compiles calls it to keep the names of functions, in the page too.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  await prepare?.(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => (document.querySelector('audio')?.duration ?? 0) > 0)
  return { page, devtools }
}

async function playFor(page: Page, devtools: CDPSession): Promise<number> {
  await page.evaluate(async () => {
    const audio = document.querySelector('audio')
    if (!audio) throw new Error('nothing plays here')
    audio.currentTime = 60
    audio.muted = true
    await audio.play()
  })
  await untilPlayed(page, 62)
  const before = await taskSeconds(devtools)
  await untilPlayed(page, 62 + SECONDS)
  const after = await taskSeconds(devtools)
  await page.evaluate(() => document.querySelector('audio')?.pause())
  return ((after - before) * 1000) / SECONDS
}

async function untilPlayed(page: Page, seconds: number) {
  await page.waitForFunction((until) => (document.querySelector('audio')?.currentTime ?? 0) >= until, seconds, {
    polling: 250,
    timeout: 90_000,
  })
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
}

/** The longest task while the whole transcript goes by, a screen every frame. */
function scrollThrough(page: Page, selector: string | null): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const element = wanted ? document.querySelector(wanted) : document.scrollingElement
        let longest = 0
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
        })
        observer.observe({ type: 'longtask' })
        const step = () => {
          const before = element?.scrollTop ?? 0
          element?.scrollBy({ top: 700, behavior: 'instant' })
          if ((element?.scrollTop ?? 0) > before) return requestAnimationFrame(step)
          element?.scrollTo({ top: 0, behavior: 'instant' })
          return setTimeout(() => resolve(longest), 500)
        }
        requestAnimationFrame(step)
      }),
    selector,
  )
}

async function clickWords(page: Page, selector: string): Promise<number> {
  const latencies: number[] = []
  for (let index = 0; index < CLICKS; index++) {
    await page.evaluate(() => {
      const audio = document.querySelector('audio')
      const told = document.documentElement.dataset
      delete told.latency
      let clicked = 0
      addEventListener('click', (event) => (clicked = event.timeStamp), { capture: true, once: true })
      audio?.addEventListener('seeking', (event) => (told.latency = String(event.timeStamp - clicked)), { once: true })
    })
    await page
      .locator(selector)
      .nth(index * 2 + 2)
      .click({ position: { x: 3, y: 8 } })
    await page.waitForFunction(() => document.documentElement.dataset.latency !== undefined)
    latencies.push(Number(await page.evaluate(() => document.documentElement.dataset.latency)))
    await page.evaluate(() => document.querySelector('audio')?.pause())
  }
  return percentile(latencies, 50)
}
