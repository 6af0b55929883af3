import type { Page } from '@playwright/test'

export type Watched = Window & {
  /** Milliseconds of the page's own clock: 0 until there is one. */
  told: { from: number; done: number }
  tellWhen(event: 'click' | 'keydown', isThere: () => boolean): void
}

/** Has each page of this context know `tellWhen`. */
export async function watchPages(page: Page) {
  // What tsx compiles calls it to keep the names of functions, in the page too.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch)
}

/** In the page: from the next such event, as the browser dates it, to the first frame in which something is there. */
function watch() {
  const watched = window as unknown as Watched
  watched.told = { from: 0, done: 0 }
  watched.tellWhen = (event, isThere) => {
    const told = { from: 0, done: 0 }
    watched.told = told
    const look = (now: number) => {
      if (watched.told !== told) return
      if (told.from > 0 && isThere()) told.done = now
      else requestAnimationFrame(look)
    }
    window.addEventListener(event, ({ timeStamp }) => (told.from = timeStamp), { capture: true, once: true })
    requestAnimationFrame(look)
  }
}

/** Milliseconds from what was done until what `tellWhen` waits for was drawn. */
export async function untilThere(page: Page): Promise<number> {
  await page.waitForFunction(() => (window as unknown as Watched).told.done > 0)
  return page.evaluate(() => {
    const { from, done } = (window as unknown as Watched).told
    return Math.max(0, done - from)
  })
}

/** Once the recording's time goes on; `afterSeek`, from where it was sought to. */
export function whenSounding(page: Page, { afterSeek = false } = {}) {
  return page.evaluate((hasToSeek) => {
    const media = document.querySelector<HTMLMediaElement>('audio, video')
    let from = hasToSeek ? null : (media?.currentTime ?? 0)
    media?.addEventListener('seeked', () => (from = media.currentTime), { once: true })
    const sounds = () => media !== null && from !== null && !media.paused && !media.seeking && media.currentTime > from
    ;(window as unknown as Watched).tellWhen('click', sounds)
  }, afterSeek)
}
