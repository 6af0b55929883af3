import { assert, constantFrom, array, property } from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt'
import { parseQuery } from './query'

const read = (text: string, query: string) => {
  const excerpt = excerptOf(text, parseQuery(query))
  return excerpt && { text: excerpt.text, marked: excerpt.matches.map(({ from, to }) => excerpt.text.slice(from, to)) }
}

test('the excerpt is the sentence around the first match, with every match in it', () => {
  const text = 'I began in sales. Then I ran the night shift, night after night. It went well.'
  expect(read(text, 'night')).toEqual({
    text: 'Then I ran the night shift, night after night.',
    marked: ['night', 'night', 'night'],
  })
})

test('a sentence without an end is cut between words, and says so', () => {
  const text = `${'well '.repeat(60)}the night shift ${'and so on '.repeat(60)}`
  const excerpt = read(text, '"night shift"')
  expect(excerpt?.text).toMatch(/^…well .* night shift .* (and|so|on)…$/)
  expect(excerpt?.text.length).toBeLessThanOrEqual(162)
  expect(excerpt?.marked).toEqual(['night shift'])
})

test('a script without spaces ends its sentences too', () => {
  expect(read('前職は倉庫でした。夜勤も担当しました。楽しかったです。', '夜勤')).toEqual({
    text: '夜勤も担当しました。',
    marked: ['夜勤'],
  })
})

test('where nothing matches there is no excerpt', () => {
  expect(read('Nothing here.', 'night')).toBeNull()
})

test('whatever was said, an excerpt is short, a part of it, and marks what was searched', () => {
  const piece = constantFrom('night', 'shift. ', ' ', '夜', '勤', '。', '🙂', 'x'.repeat(90), 'أعمل ')
  assert(
    property(array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('')
      const excerpt = excerptOf(text, parseQuery('night 夜勤'))
      if (!excerpt) return
      expect(text).toContain(excerpt.text.replaceAll(/^…|…$/g, ''))
      expect(excerpt.text.length).toBeLessThanOrEqual(400)
      expect(excerpt.matches.length).toBeGreaterThan(0)
      expect(excerpt.text.isWellFormed()).toBe(true)
    }),
  )
})

test('of more than anybody says at a stretch only the beginning is looked through', () => {
  expect(read(`${'well '.repeat(30_000)}night`, 'night')).toBeNull()
  expect(read(`night ${'well '.repeat(1_000_000)}`, 'night')?.marked).toEqual(['night'])
})

test('an excerpt is not cut inside a character', () => {
  const long = 'न\u093F👩🏽‍💻'.repeat(60)
  const excerpt = excerptOf(`${long}夜${long}`, parseQuery('夜'))
  expect(excerpt?.text).toMatch(/^…(?:नि|👩🏽‍💻)/u)
  expect(excerpt?.text).toMatch(/(?:नि|👩🏽‍💻)…$/u)
})
