import { expect, test } from 'vitest'
import { comparePath, MOST_FINALISTS, parseCompareLink, sideBySideHref } from './link'

const read = (path: string) => parseCompareLink(new URL(path, 'http://localhost').searchParams)

test('a link carries which candidates stand side by side, whatever their ids are made of', () => {
  const ids = ['3f2a-1', 'a,b', '100%', 'ü/ñ?&', 'hidden.x_-Y']
  expect(read(sideBySideHref('night & day', ids))).toEqual({ flow: 'night & day', q: null, view: 'side', ids })
  expect(sideBySideHref('nights', ['a', 'b'])).toBe('/compare?flow=nights&view=side&ids=a%2Cb')
})

test('a link that people wrote themselves is read too: commas as they are, an id that is named twice once', () => {
  expect(read('/compare?flow=nights&view=side&ids=a,b,a,,%25').ids).toEqual(['a', 'b'])
  expect(read('/compare').ids).toEqual([])
})

test('what is chosen stays chosen in the other views', () => {
  const link = { flow: 'nights', q: 'k', view: 'matrix', ids: ['a', 'b'] } as const
  expect(read(comparePath({ ...link, ids: [...link.ids] }))).toEqual(link)
})

test('the longest link is one that every server takes', () => {
  const longest = Array.from({ length: MOST_FINALISTS }, (_, index) => `hidden.${index}${'a'.repeat(400)}`)
  expect(sideBySideHref('f'.repeat(255), longest).length).toBeLessThan(4_000)
})
