import { By, type WebDriver } from 'selenium-webdriver'
import { areAlive, CONTROLS } from '../alive'
import { freePort } from '../free-port'
import { MEMBERS, PASSWORD, SERVER } from '../installation'
import { startProgram, stopProgram, untilAnswering } from '../program'
import { expect, test as base, type Shared } from '../test'
import { startTlsProxy } from './tls-proxy'
import { openWebKit } from './webkit-driver'

/** WebKit where a reviewer is signed in, and where the app answers it. */
type Safari = { driver: WebDriver; origin: string }

export const test = base.extend<object, { safari: Safari }>({
  safari: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are asked for from this pattern.
    async ({}, use) => {
      const app = await startBehindTls(JSON.parse(process.env.E2E_INSTALLATION ?? '') as Shared)
      const { driver, close } = await openWebKit()
      try {
        await signIn({ driver, origin: app.origin })
        await use({ driver, origin: app.origin })
      } finally {
        await close()
        await app.close()
      }
    },
    { scope: 'worker' },
  ],
})

export { expect }

/** A second app over the shared database, whose public address is https. */
async function startBehindTls({ env }: Shared) {
  const [port, tlsPort] = [await freePort(), await freePort()]
  const origin = `https://localhost:${tlsPort}`
  const app = startProgram([SERVER], { ...env, PORT: String(port), NEXTAUTH_URL: origin })
  const proxy = await startTlsProxy(tlsPort, `http://127.0.0.1:${port}`)
  await untilAnswering(`http://127.0.0.1:${port}/api/health/ready`, app)
  const close = async () => {
    proxy.close()
    await stopProgram(app)
  }
  return { origin, close }
}

async function signIn(safari: Safari) {
  const { driver } = safari
  await visit(safari, '/sign-in')
  await driver.findElement(By.name('email')).sendKeys(MEMBERS[2])
  await driver.findElement(By.name('password')).sendKeys(PASSWORD)
  await press(driver, 'Sign in')
  await expect.poll(() => driver.getCurrentUrl()).toMatch(/\/review/)
}

/** Waits until the page's script is there. */
export async function visit({ driver, origin }: Safari, path: string) {
  await driver.get(`${origin}${path}`)
  const script = `return (${areAlive.toString()})([...document.querySelectorAll(arguments[0])])`
  await expect.poll(() => driver.executeScript<boolean>(script, CONTROLS)).toBe(true)
}

/** Presses the visible button that has this name, once it is there. */
export async function press(driver: WebDriver, name: string) {
  await expect(async () => (await visibleButton(driver, name)).click()).toPass()
}

async function visibleButton(driver: WebDriver, name: string) {
  for (const button of await driver.findElements(By.css('button')))
    if ((await button.isDisplayed()) && (await button.getAccessibleName()) === name) return button
  throw new Error(`there is no button ${name}`)
}
