import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { givenCandidatePage } from './candidate-page'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { linger } from './linger'
import { untilPulled } from './until-pulled'

export const choice = (page: Page, vote: string) =>
  page.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: vote, exact: true })
export const state = (page: Page) => page.getByRole('region', { name: 'Vote', exact: true })

type Told = { mine: { vote: string } | null; all?: { vote: string; cast: string; member: { email: string } }[] }

/** Members who vote on an installation whose flows are as they are when they appear: they hide everything from whoever has not voted. */
export class Voting {
  private constructor(private readonly installation: Installation) {}

  /** Its interviews are there. */
  static async start(): Promise<Voting> {
    const installation = await startInstallation({ isBlind: true })
    await untilPulled(installation.origin, await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD))
    return new Voting(installation)
  }

  stop(): Promise<void> {
    return this.installation.stop()
  }

  get origin(): string {
    return this.installation.origin
  }

  /** On the page of one and the same interview, in a browser of their own. */
  async givenVoter(browser: Browser, email: string, device: BrowserContextOptions = {}) {
    const { installation } = this
    const context = await browser.newContext({ baseURL: installation.origin, ...device })
    await linger(context)
    const page = await context.newPage()
    const { id, name } = await givenCandidatePage(page, installation, email)
    return { context, page, id, name }
  }

  /** What the server tells this member of the votes. */
  async votesOf(email: string, id: string): Promise<Told> {
    const { origin } = this.installation
    const cookie = await signInOverHttp(origin, email, PASSWORD)
    const response = await fetch(`${origin}/api/interviews/${id}/votes`, { headers: { cookie } })
    return (await response.json()) as Told
  }

  /** As from another device of theirs; null takes it back. */
  async castElsewhere(email: string, id: string, vote: string | null): Promise<void> {
    const { origin } = this.installation
    const cookie = await signInOverHttp(origin, email, PASSWORD)
    const sent = vote ? { method: 'PUT', body: JSON.stringify({ vote }) } : { method: 'DELETE' }
    const response = await fetch(`${origin}/api/interviews/${id}/vote`, { ...sent, headers: { cookie, origin } })
    if (!response.ok) throw new Error(`a vote was answered with ${response.status}`)
  }
}
