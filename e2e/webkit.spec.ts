import { By, Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { z } from 'zod'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { expect, press, test } from './webkit/test'

const listed = z.object({ items: z.array(z.object({ id: z.string() })) })

const timeOf = (driver: WebDriver) =>
  driver.executeScript<number>('return document.querySelector("[aria-label=Recording]").currentTime')
const painted = (driver: WebDriver, name: string) =>
  driver.executeScript<string>('return [...(CSS.highlights.get(arguments[0]) ?? [])].map(String).join(" ")', name)
/** With the pointer: the link lies over the row. */
async function click(driver: WebDriver, what: By) {
  await driver
    .actions()
    .move({ origin: await driver.findElement(what) })
    .click()
    .perform()
}

async function clickFirstWord(driver: WebDriver, text: WebElement) {
  const { width, height } = await text.getRect()
  const place = { origin: text, x: Math.round(4 - width / 2), y: Math.round(12 - height / 2) }
  await driver.actions().move(place).click().perform()
}

const wordStarts = (driver: WebDriver, id: string) =>
  driver.executeAsyncScript<string[]>(
    'const done = arguments[1]; fetch(`/api/interviews/${arguments[0]}/words`).then((r) => r.json()).then(done)',
    id,
  )

test('in WebKit a search finds the moment, and a click on it leads there', async ({ safari: { driver, origin } }) => {
  await driver.get(`${origin}/candidates`)
  await driver.findElement(By.css('[data-search]')).sendKeys('night purser')
  const moment = By.css('tbody li a[href*="t="]')
  await expect.poll(async () => (await driver.findElements(moment)).length).toBeGreaterThan(0)
  const href = await driver.findElement(moment).getAttribute('href')
  await click(driver, By.css('tbody li mark'))
  await expect.poll(() => driver.getCurrentUrl()).toMatch(/\/candidates\/.+[?&]t=/)
  await expect.poll(() => timeOf(driver)).toBeCloseTo(Number(new URL(String(href)).searchParams.get('t')), 0)
})

test('in WebKit an interview plays, paints the word being said, and plays from the word that is clicked', async ({
  safari: { driver, origin },
  shared,
}) => {
  const { id, sentence } = await knownInterview(
    shared.origin,
    await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD),
  )
  await driver.get(`${origin}/candidates/${id}`)
  await press(driver, 'Play')
  await expect.poll(() => timeOf(driver)).toBeGreaterThan(1)
  await expect.poll(() => painted(driver, 'spoken-word')).toMatch(/\S/)
  await press(driver, 'Pause')

  const words = await wordStarts(driver, id)
  const said = await driver.findElement(By.xpath(`//*[@data-segment][contains(p, "${sentence}")]`))
  const index = Number(await said.getAttribute('data-segment'))
  expect(words[index]).toBeTruthy()
  const text = await said.findElement(By.css('p'))
  await clickFirstWord(driver, text)
  await expect.poll(() => painted(driver, 'spoken-word')).toBe(sentence.split(' ')[0])
})

test('in WebKit a note at a moment is kept', async ({ safari: { driver, origin }, shared }) => {
  const { id } = await knownInterview(shared.origin, await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD))
  await driver.get(`${origin}/candidates/${id}?panel=notes`)
  await expect(async () => {
    await driver.findElement(By.css('body')).sendKeys('c')
    await driver.findElement(By.css('textarea')).sendKeys('Heard in WebKit', Key.chord(Key.CONTROL, Key.ENTER))
  }).toPass()
  await driver.navigate().refresh()
  await expect.poll(() => driver.findElement(By.css('main')).getText()).toContain('Heard in WebKit')
})

test('in WebKit a right-to-left talk reads and finds as it should', async ({ safari: { driver, origin }, shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const response = await fetch(`${shared.origin}/api/interviews?q=${encodeURIComponent('العمل')}`, {
    headers: { cookie },
  })
  const [found] = listed.parse(await response.json()).items
  await driver.get(`${origin}/candidates/${found?.id}?q=${encodeURIComponent('العمل')}`)
  await expect.poll(() => painted(driver, 'found-words')).toContain('العمل')
  const direction = 'return getComputedStyle(document.querySelector("[data-segment] p")).direction'
  expect(await driver.executeScript(direction)).toBe('rtl')
})
