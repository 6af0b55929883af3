import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { partsIn, wordsIn } from './fold'

const folded = (text: string) => wordsIn(text).map(({ word }) => word)

test.each([
  ['I’ve met JOSÉ', ['ive', 'met', 'jose']],
  ["I've  met  jose", ['ive', 'met', 'jose']],
  ['follow-up, then.', ['follow', 'up', 'then']],
  ['Straße STRASSE', ['strasse', 'strasse']],
  ['İstanbul ıstanbul', ['istanbul', 'istanbul']],
  ['C++ and C#, .NET 4.5', ['c++', 'and', 'c#', 'net', '4', '5']],
  ['jane.doe@example.com', ['jane', 'doe', 'example', 'com']],
  ['أحمد احمد الإدارة', ['احمد', 'احمد', 'الاداره']],
  ['مُسْتَوْدَع مستـــودع', ['مستودع', 'مستودع']],
  ['夜勤をしました', ['夜', '勤', 'を', 'し', 'ま', 'し', 'た']],
  ['ガ ｶﾞ か', ['ガ', 'ガ', 'か']],
  ['ทำงานกะดึก', Array.from('ทำงานกะดึก')],
  ['Python言語3', ['python', '言', '語', '3']],
  ['Ｆｕｌｌ ﬁne', ['full', 'fine']],
  ['हिन्दी', ['हिन्दी']],
  ['한국어', ['한국어']],
  ['٤٥ ۴۵', ['45', '45']],
  ['… 🙂 — !', []],
  ['man\u0303ana Sa\u0303o sen\u0303or', ['manana', 'sao', 'senor']],
  ['Nguye\u0302\u0303n Tra\u0302\u0300n o\u031b\u0309 Ha\u0300 No\u0323\u0302i', ['nguyen', 'tran', 'o', 'ha', 'noi']],
  ['\u1112\u1161\u11ab\u1100\u1173\u11af', ['한글']],
  ['Donau\u00ADdampf\u00ADschiff kunden\u2060dienst e\u200Dnd', ['donaudampfschiff', 'kundendienst', 'end']],
  ['می‌کنم نرم‌افزاری', ['ميكنم', 'نرمافزاري']],
  ['शक्‍ति श्री‌मान', ['शक्ति', 'श्रीमान']],
  ["צה״ל צה\"ל מס׳ ג'ורג'", ['צהל', 'צהל', 'מס', 'גורג']],
  ["L’équipe l'équipe O`Connor Hawaiʻi col·lega", ['lequipe', 'lequipe', 'oconnor', 'hawaii', 'collega']],
  ['葛\u{E0100}城 時々〆ラーメン', ['葛', '城', '時', '々', '〆', 'ラ', 'ー', 'メ', 'ン']],
  ['กำ\u0303', ['ก', 'ำ']],
  ['Guðmundur Þór ẞ', ['gudmundur', 'thor', 'ss']],
])('%s', (text, words) => {
  expect(folded(text)).toEqual(words)
})

test('a word as long as an index has room for is folded to its end, whatever marks its letters have', () => {
  const marked = 'e\u0323\u0302\u0301\u200D'.repeat(63)
  expect(folded(`${marked}x and`)).toEqual([`${'e'.repeat(63)}x`, 'and'])
  expect(folded(`x${marked}yz and`)).toEqual([`x${'e'.repeat(63)}`, 'and'])
  expect(folded(`${'한'.repeat(70).normalize('NFD')} and`)).toEqual(['한'.repeat(64), 'and'])
})

test('each word says where in the text it stands', () => {
  const text = 'Well, I’ve — 夜勤!'
  expect(wordsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Well', 'I’ve', '夜', '勤'])
})

test('an apostrophe divides a word into parts, each where it stands', () => {
  const text = "dans l’équipe d'O\u00AD’Connor"
  const parts = partsIn(text).map(({ word, from, to, continues }) => [continues, word, text.slice(from, to)])
  expect(parts).toEqual([
    [false, 'dans', 'dans'],
    [false, 'l', 'l'],
    [true, 'equipe', 'équipe'],
    [false, 'd', 'd'],
    [true, 'o', 'O'],
    [true, 'connor', 'Connor'],
  ])
})

test('composed and decomposed, a text has the same words', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      expect(folded(text.normalize('NFD'))).toEqual(folded(text.normalize('NFC')))
    }),
  )
})

test('so does every character that Unicode can take apart', () => {
  const characters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => character.normalize('NFD') !== character)
  const differ = characters.filter((character) => {
    const text = `a${character}${character}`
    return folded(text.normalize('NFD')).join(' ') !== folded(text.normalize('NFC')).join(' ')
  })
  expect(characters.length).toBeGreaterThan(10_000)
  expect(differ).toEqual([])
})

test('a word that was folded stays as it is', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const words = folded(text)
      expect(folded(words.join(' '))).toEqual(words)
    }),
  )
})
