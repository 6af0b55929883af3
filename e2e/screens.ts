/** npm run screens: a picture of every screen, light and dark, at 1440×900, 1024×768 and 390×844, in .screens/. */
import { mkdirSync, rmSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { buildIfStale } from '../launch/build'
import { CHROMIUM_ARGS, findHeadlessChromium } from './chromium'
import { decidingScreens } from './deciding-screens'
import { browserCookies, signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, startInstallation } from './installation'
import { knownInterview } from './known-interview'
import { clearFaults, injectFault } from './sandbox-control'
import { blindScreens } from './room-screens'
import type { Screen } from './screen'
import { ADMIN_SCREENS, signedInScreens, STRANGER_SCREENS } from './screen-list'

const FOLDER = '.screens'
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]

buildIfStale()
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER)
const browser = await chromium.launch({ executablePath: findHeadlessChromium(), args: CHROMIUM_ARGS })
await withMembers(browser)
await withoutMembers(browser)
await withBlindFlows(browser)
await browser.close()
console.log(`The pictures are in ${FOLDER}/.`)

async function withMembers(browser: Browser) {
  const installation = await startInstallation()
  const { origin, sandbox } = installation
  const cookie = await signInOverHttp(origin, MEMBERS[1], PASSWORD)
  await knownInterview(origin, cookie)
  await photograph(browser, { origin, cookie: '', screens: STRANGER_SCREENS })
  await photograph(browser, { origin, cookie, screens: await signedInScreens(origin, cookie) })

  const adminCookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  await photograph(browser, { origin, cookie: adminCookie, screens: ADMIN_SCREENS })

  await injectFault(sandbox, '/v1', { kind: 'status', status: 503 })
  await untilStale(origin, cookie)
  await photograph(browser, { origin, cookie, screens: [{ name: 'candidates-stale', path: '/candidates' }] })
  await clearFaults(sandbox)
  await installation.stop()
}

/** A fresh installation: the first run, and what a first admin sees before anything has been mirrored. */
async function withoutMembers(browser: Browser) {
  const installation = await startInstallation({ members: [], sandboxOptions: ['--samples', 'none'] })
  const { origin } = installation
  await photograph(browser, { origin, cookie: '', screens: [{ name: 'setup', path: '/setup' }] })
  await installation.addMember(MEMBERS[0])
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  await photograph(browser, { origin, cookie, screens: [{ name: 'candidates-none-yet', path: '/candidates' }] })
  await installation.stop()
}

/** Its flows hide everything from whoever has not voted. */
async function withBlindFlows(browser: Browser) {
  const installation = await startInstallation({ isBlind: true })
  const { origin } = installation
  const cookie = await signInOverHttp(origin, MEMBERS[1], PASSWORD)
  await knownInterview(origin, cookie)
  await photograph(browser, { origin, cookie, screens: await blindScreens(origin, cookie) })
  await photograph(browser, { origin, cookie, screens: await decidingScreens(origin, cookie, MEMBERS[1]) })
  await installation.stop()
}

type Shoot = { origin: string; cookie: string; screens: Screen[] }

async function photograph(browser: Browser, { origin, cookie, screens }: Shoot) {
  for (const viewport of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const options: BrowserContextOptions = {
        baseURL: origin,
        viewport,
        colorScheme,
        locale: 'en-US',
        timezoneId: 'UTC',
      }
      const context = await browser.newContext({
        ...options,
        isMobile: viewport.width < 500,
        hasTouch: viewport.width < 500,
      })
      await context.addCookies(browserCookies(cookie, origin))
      for (const screen of screens) {
        const page = await context.newPage()
        await page.goto(screen.path, { waitUntil: 'networkidle' })
        await screen.prepare?.(page)
        const path = `${FOLDER}/${screen.name}-${viewport.width}-${colorScheme}.png`
        await page.screenshot({ path, animations: 'disabled' })
        await page.close()
      }
      await context.close()
    }
  }
}

async function untilStale(origin: string, cookie: string) {
  for (;;) {
    const response = await fetch(`${origin}/api/freshness`, { headers: { cookie } })
    if (((await response.json()) as { stale: boolean }).stale) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
