import { afterEach, beforeEach, vi } from 'vitest'
import { memoryStorage } from './memory-storage'

export const [ada, grace] = ['ada', 'grace']
/** What the browser keeps beyond its tabs, and in this one: anew for each test. */
export let local: Storage
export let tab: Storage
beforeEach(() => {
  local = memoryStorage()
  tab = memoryStorage()
})
afterEach(() => vi.unstubAllGlobals())

export const blocked = () => {
  throw new DOMException('The browser blocks its storage.', 'SecurityError')
}

/** A page that the server drew for this member, or for a stranger: nothing of another page is in its memory. */
export async function openPage(memberId: string | null) {
  vi.resetModules()
  const dataset = { memberId, memberEmail: `${memberId}@example.com` }
  vi.stubGlobal('document', { querySelector: () => memberId && { dataset } })
  return {
    ...(await import('../kept')),
    ...(await import('../kept-keys')),
    ...(await import('../candidates/place/kept-places')),
    ...(await import('../queue/trail')),
    ...(await import('../palette/recent')),
    ...(await import('../notes/drafts')),
    ...(await import('../notes/unsent-notes')),
    ...(await import('../transcript/kept-correction')),
    ...(await import('../votes/unsent-votes')),
    ...(await import('../draw-anew')),
    ...(await import('../player/kept-rate')),
    ...(await import('../shortcuts-setting')),
  }
}
export type Page = Awaited<ReturnType<typeof openPage>>

export function givenBrowser(of: { localStorage: () => Storage; sessionStorage: () => Storage }) {
  const window = { location: { reload: vi.fn() } }
  for (const [name, get] of Object.entries(of)) Object.defineProperty(window, name, { get })
  vi.stubGlobal('window', window)
  return window
}

export const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')

/** All that a page keeps, and all that it finds. */
export function useEverything(page: Page, memberId: string) {
  page.keepRate(1.5)
  page.shortcutsOff.set(true)
  page.rememberOpened('i1')
  page.keepPlace('q=night', { rows: 80, top: 400 })
  page.storePlaces()
  page.rememberVisited('q=night', 'i1')
  page.trail.leave({ id: 'i1', name: 'Ingrid', vote: 'hire' }, 'i2')
  const drafts = new page.Drafts(`${page.memberKey('draft', memberId)} i1`)
  drafts.keep('new', { body: 'Half a thought', about: null })
  return () => ({
    rate: page.readRate(),
    off: page.shortcutsOff.get(),
    recent: page.recentIds(),
    place: page.keptPlace('q=night'),
    draft: drafts.find('new')?.body,
    visited: page.takeVisited('q=night'),
  })
}
