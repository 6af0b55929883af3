import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from './fold'

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
])('%s', (text, words) => {
  expect(folded(text)).toEqual(words)
})

test('each word says where in the text it stands', () => {
  const text = 'Well, I’ve — 夜勤!'
  expect(wordsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Well', 'I’ve', '夜', '勤'])
})

test('a word that was folded stays as it is', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const words = folded(text)
      expect(folded(words.join(' '))).toEqual(words)
    }),
  )
})
