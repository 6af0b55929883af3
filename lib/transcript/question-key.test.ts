import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionKey } from './question-key'

test('a key stands in an address as it is, and is short whatever the question is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (question) => {
      expect(questionKey(question)).toMatch(/^[\w-]{22}$/)
    }),
  )
})

test('case, spaces and punctuation make no other question, and any other word does', () => {
  const key = questionKey('Why did you leave?')
  for (const same of ['why did you leave', '  Why  did\nyou leave!! ', '“WHY DID YOU LEAVE?”'])
    expect(questionKey(same), same).toBe(key)
  for (const other of ['Why did you?', 'Did you leave, why?', 'Why did youleave?', ''])
    expect(questionKey(other), other).not.toBe(key)
})

test('texts without a word are all one question', () => {
  expect(new Set(['', ' ', '?!', '🙂'].map((text) => questionKey(text))).size).toBe(1)
})

// What members say of a question is kept under its key: whoever changes one of these has to move that along.
test.each([
  ['Why did you leave?', 'MisofmbLqFZBc3NuPq9PgG'],
  ['Parlez-moi de l’équipe de nuit.', 'JAYK1KyDwRcn6_18VFnsDn'],
  ['Straße oder Gleis: ßI?', 'UX_l2yXKZa7DkDCvLQ0HLJ'],
  ['どうして夜勤を選びましたか。', 'hNq9jJNJeZHKRNlhqXnrB5'],
  ['لماذا تركتَ العمل؟', '0Wj0UtjN8ZPCS2K-m3wEIe'],
  ['คุณทำงานที่ไหน', 'Pqi7IkIyrA24Mw4mN92u_Z'],
  ['C++ or C#?', 'yltkQ_Y7ZKnWxxe7gTRdFd'],
  ['', '47DEQpj8HBSa-_TImW-5JC'],
])('the key of %j is what it always was', (question, key) => {
  expect(questionKey(question)).toBe(key)
})
