import { like } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../db/client'
import { signInAttempts } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import { openBrowser } from '../testing/browser'
import { begin, goThrough, idp, pageOf, signInBySso, withIdentityProvider } from '../testing/identity-provider'
import { viewerOf } from '../testing/viewer-of'
import { STATE_COOKIE } from './config'

withIdentityProvider()

let asked: number
beforeEach(async () => {
  await givenMember({}, 'a hash')
  asked = idp.tokenRequests()
})

/** Another browser with the cookies of the first. */
function copyOf({ cookies }: ReturnType<typeof openBrowser>) {
  const copy = openBrowser()
  for (const [name, value] of cookies) copy.cookies.set(name, value)
  return copy
}

const answered = (browser: ReturnType<typeof openBrowser>, path: string) => browser.send('GET', path, { origin: null })

async function stateBegunIn(browser: ReturnType<typeof openBrowser>): Promise<string> {
  return new URL(await begin(browser)).searchParams.get('state') ?? ''
}

const failed = (code: string) => `/sign-in?callbackUrl=%2Fcandidates&error=${code}`
const counted = () => db().$count(signInAttempts, like(signInAttempts.key, 'sso_state:%'))

test('of all that is made up for one sign-in, at once or later, the provider is asked about three', async () => {
  const stranger = openBrowser()
  const state = await stateBegunIn(stranger)
  const guess = (nth: number) => answered(copyOf(stranger), `callback/oidc?code=guess-${nth}&state=${state}`)
  const pages = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(guess))).map(pageOf)
  expect(new Set(pages)).toEqual(new Set([failed('sso_used')]))
  expect(pageOf(await guess(9))).toBe(failed('sso_used'))
  expect(idp.tokenRequests() - asked).toBe(3)
  expect(await counted()).toBe(1)
})

test('who goes through the provider meanwhile is let in, also from an address that has had too many', async () => {
  const [stranger, member] = [openBrowser(), openBrowser()]
  const answer = await goThrough(await begin(member))
  const state = await stateBegunIn(stranger)
  for (let nth = 0; nth < 60; nth++) await answered(copyOf(stranger), `callback/oidc?code=guess&state=${state}`)
  expect(pageOf(await answered(member, answer))).toBe('/candidates')
  await expect(viewerOf(member)).resolves.not.toBeNull()
  await signInBySso(member)
  await expect(viewerOf(member)).resolves.not.toBeNull()
})

test('a page that is loaded again while the provider is away is let in once it is back', async () => {
  const browser = openBrowser()
  const answer = await goThrough(await begin(browser))
  await idp.down()
  for (let time = 0; time < 2; time++)
    expect(pageOf(await answered(copyOf(browser), answer))).toBe(failed('sso_unreachable'))
  await idp.up()
  expect(pageOf(await answered(browser, answer))).toBe('/candidates')
})

test('what answers no sign-in of this browser is not asked about, and leaves nothing behind', async () => {
  const browser = openBrowser()
  await begin(browser)
  await answered(copyOf(browser), 'callback/oidc?code=guess&state=another')
  browser.cookies.set(STATE_COOKIE, 'made up')
  await answered(browser, 'callback/oidc?code=guess&state=another')
  expect(idp.tokenRequests()).toBe(asked)
  expect(await counted()).toBe(0)
})
