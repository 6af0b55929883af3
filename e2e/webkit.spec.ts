import { By, Key, until, type WebDriver, type WebElement } from 'selenium-webdriver'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { ARABIC_WORD, knownInterview, rightToLeftInterview, startOfSegment } from './known-interview'
import { expect, press, test, visit } from './webkit/test'

/** It plays on from there at once. */
const NOTE_SEEKS = `document.querySelector('[aria-label=Recording]').addEventListener('seeking', ({ target }) => {
  document.documentElement.dataset.sought = target.currentTime
})`

const timeOf = (driver: WebDriver) =>
  driver.executeScript<number>('return document.querySelector("[aria-label=Recording]").currentTime')
/** In one step: what was found is gone again when the page is drawn anew. */
const textOf = (driver: WebDriver, selector: string) =>
  driver.executeScript<string>('return document.querySelector(arguments[0])?.innerText ?? ""', selector)
const painted = (driver: WebDriver, name: string) =>
  driver.executeScript<string>('return [...(CSS.highlights.get(arguments[0]) ?? [])].map(String).join(" ")', name)
const hrefOf = (driver: WebDriver, selector: string) =>
  driver.executeScript<string>('return document.querySelector(arguments[0]).href', selector)
const isInWindow = (driver: WebDriver, selector: string) =>
  driver.executeScript<boolean>(
    `const { top, bottom, height } = document.querySelector(arguments[0])?.getBoundingClientRect() ?? {}
    return height > 0 && top >= 0 && bottom <= innerHeight`,
    selector,
  )
/** With the pointer: the link lies over the row. Once more where it was drawn anew between being found and clicked. */
async function click(driver: WebDriver, what: By) {
  await expect(async () => {
    const origin = await driver.findElement(what)
    await driver.actions().move({ origin }).click().perform()
  }).toPass()
}

async function clickFirstWord(driver: WebDriver, text: WebElement) {
  const { width, height } = await text.getRect()
  const place = { origin: text, x: Math.round(4 - width / 2), y: Math.round(12 - height / 2) }
  await driver.actions().move(place).click().perform()
}

const adminOf = ({ origin }: { origin: string }) => signInOverHttp(origin, MEMBERS[0], PASSWORD)
const knownOf = async (shared: { origin: string }) => knownInterview(shared.origin, await adminOf(shared))

test('in WebKit a search finds the moment, and a click on it leads there', async ({ safari }) => {
  const { driver } = safari
  await visit(safari, '/candidates')
  await driver.findElement(By.css('[data-search]')).sendKeys('night purser')
  // The list is drawn anew as the word is typed on: what is found for the beginning of it goes again.
  await expect.poll(() => driver.getCurrentUrl()).toMatch(/night.purser/)
  const moment = '[aria-busy=false] tbody li a[href*="purser"][href*="t="]'
  await expect.poll(() => isInWindow(driver, `${moment} mark`)).toBe(true)
  const href = await hrefOf(driver, moment)
  await click(driver, By.css(`${moment} mark`))
  await expect.poll(() => driver.getCurrentUrl()).toMatch(/\/candidates\/.+[?&]t=/)
  await expect.poll(() => timeOf(driver)).toBeCloseTo(Number(new URL(href).searchParams.get('t')), 0)
})

test('in WebKit an interview plays, paints the word being said, and plays from the word that is clicked', async ({
  safari,
  shared,
}) => {
  const { driver } = safari
  const { id, sentence } = await knownOf(shared)
  await visit(safari, `/candidates/${id}`)
  await press(driver, 'Play')
  await expect.poll(() => timeOf(driver)).toBeGreaterThan(1)
  await expect.poll(() => painted(driver, 'spoken-word')).toMatch(/\S/)
  await press(driver, 'Pause')

  const said = await driver.findElement(By.xpath(`//*[@data-segment][contains(p, "${sentence}")]`))
  const segment = Number(await said.getAttribute('data-segment'))
  const expected = await startOfSegment(shared.origin, await adminOf(shared), { id, segment })
  await driver.executeScript(NOTE_SEEKS)
  await clickFirstWord(driver, await said.findElement(By.css('p')))
  const sought = () => driver.executeScript<number>('return Number(document.documentElement.dataset.sought)')
  await expect.poll(sought).toBeCloseTo(expected, 1)
})

test('in WebKit a note at a moment is kept', async ({ safari, shared }) => {
  const { driver } = safari
  const { id } = await knownOf(shared)
  await visit(safari, `/candidates/${id}?panel=notes`)
  await driver.findElement(By.css('body')).sendKeys('c')
  const field = await driver.wait(until.elementLocated(By.css('textarea:focus')))
  await field.sendKeys('Heard in WebKit', Key.chord(Key.CONTROL, Key.ENTER))
  await driver.navigate().refresh()
  await expect.poll(() => textOf(driver, 'main')).toContain('Heard in WebKit')
})

test('in WebKit a right-to-left talk reads and finds as it should', async ({ safari, shared }) => {
  const { driver } = safari
  const id = await rightToLeftInterview(shared.origin, await adminOf(shared))
  await visit(safari, `/candidates/${id}?${new URLSearchParams({ q: ARABIC_WORD })}`)
  await expect.poll(() => painted(driver, 'found-words')).toContain(ARABIC_WORD)
  const direction = 'return getComputedStyle(document.querySelector("[data-segment] p")).direction'
  expect(await driver.executeScript(direction)).toBe('rtl')
})
