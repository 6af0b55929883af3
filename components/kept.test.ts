import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, blocked, givenBrowser, grace, keysOf, local, openPage, tab, useEverything } from './testing/kept-page'

const NOTHING = { rate: 1, off: false, recent: [], place: { rows: 0, top: 0 }, draft: undefined, visited: null }

test('what a page keeps is found by the next one of the same member, and by no other', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(ada), ada)
  const later = await openPage(ada)
  expect([later.recentIds(), later.keptPlace('q=night')]).toEqual([['i1'], { rows: 80, top: 400 }])

  const others = await openPage(grace)
  expect([others.recentIds(), others.keptPlace('q=night'), others.takeVisited('q=night')]).toEqual([
    [],
    NOTHING.place,
    null,
  ])
  expect([later.trail.goBack(null), others.trail.goBack(null)]).toEqual([{ id: 'i1', isSkipped: false }, null])
  expect([others.hasUnsentWriting(grace), others.hasUnsentWriting(ada)]).toEqual([false, true])
})

test('a tab forgets where others were in it, and what an earlier version kept for nobody in particular', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(ada), ada)
  for (const key of ['debrief-recent', 'another site’s']) local.setItem(key, 'i9')
  const page = await openPage(grace)
  useEverything(page, grace)
  page.forgetOthers(grace)
  expect(keysOf(tab)).toEqual(['debrief-places grace', 'debrief-visited grace', 'debrief-trail grace'])
  expect(keysOf(local)).not.toContain('debrief-recent')
  expect(keysOf(local)).toEqual(expect.arrayContaining(['another site’s', 'debrief-draft ada i1 new']))

  page.forgetOthers(null)
  expect(keysOf(tab)).toEqual([])
})

test('where the browser blocks its storage a page finds nothing kept, and nothing fails', async () => {
  givenBrowser({ localStorage: blocked, sessionStorage: blocked })
  const page = await openPage(ada)
  const found = useEverything(page, ada)
  // Within the page it is known all the same.
  expect(found()).toEqual({ ...NOTHING, place: { rows: 80, top: 400 } })
  page.forgetMember(ada, { keepWriting: false })
  page.forgetOthers(null)
  expect((await openPage(ada)).keptPlace('q=night')).toEqual(NOTHING.place)
})

test('whatever stands under the keys of a page, it finds nothing or something of the right kind', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(ada), ada)
  const spoilt = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('[["q=night",{"rows":"many"}]]', '[["q=night"]]', '[[]]', '[{"id":5,"isSkipped":true}]', '[null]'),
  )
  await fc.assert(
    fc.asyncProperty(spoilt, async (text) => {
      for (const storage of [local, tab]) for (const key of keysOf(storage)) storage.setItem(key, text)
      const page = await openPage(ada)
      const { rows, top } = page.keptPlace('q=night')
      expect([typeof rows, typeof top]).toEqual(['number', 'number'])
      expect(page.readRate()).not.toBeNaN()
      expect(page.recentIds().every((id) => typeof id === 'string')).toBe(true)
      expect(['string', 'object']).toContain(typeof page.takeVisited('q=night'))
      expect(['string', 'undefined']).toContain(typeof page.trail.goBack(null)?.id)
      new page.Drafts(`${page.memberKey('draft', ada)} i1`).find('new')
      page.formerMember()
    }),
    { numRuns: 50 },
  )
})

test('a tab that is drawn anew says for whom it was, and whether something of theirs is kept', async () => {
  const window = givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  const page = await openPage(ada)
  useEverything(page, ada)
  page.drawAnew()
  expect(window.location.reload).toHaveBeenCalledOnce()
  expect((await openPage(grace)).formerMember()).toEqual({ email: 'ada@example.com', keepsWriting: true })
  expect((await openPage(grace)).formerMember()).toBeNull()
})

test('where nothing can be kept a tab is not drawn anew by itself: somebody may have something to copy', async () => {
  const window = givenBrowser({ localStorage: blocked, sessionStorage: () => tab })
  const page = await openPage(ada)
  page.drawAnew()
  expect(window.location.reload).not.toHaveBeenCalled()
  expect(page.stuck.get()).toBe(true)
})
