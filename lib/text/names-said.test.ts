import { array, assert, constantFrom, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { nameFinder, PARTICLES } from './names-said'

function said(names: string[], text: string): string[] {
  return nameFinder(names)(text).map(({ from, to }) => text.slice(from, to))
}

test.each([
  ['Ingrid Solheim', 'Thank you, ingrid. INGRID, is Solheim right?', ['ingrid', 'INGRID', 'Solheim']],
  ['José Núñez', 'Jose, o senhor Nunez', ['Jose', 'Nunez']],
  ['Ingrid Solheim', 'Ingrid’s shift, and Solheims', ['Ingrid']],
  ['Sinéad O’Connor', "Mrs O'Connor, O Connor and oconnor", ["O'Connor", 'Connor', 'oconnor']],
  ['Jean-Luc Picard', 'Jean, or Jean-Luc', ['Jean', 'Jean', 'Luc']],
  ['Ingrid Solheim', 'write to ingrid.solheim@example.com or ingridsolheim', ['ingrid', 'solheim', 'ingridsolheim']],
  ['Ingrid Solheim', 'Is it Sol heim?', ['Sol', 'heim']],
  ['山田太郎', '山田さん、太郎さん、山田太郎さん。山と田。', ['山田', '太郎', '山田太郎']],
  ['ليلى الحمصي', 'شكرا ليلى', ['ليلى']],
  ['김민수', '김민수님, 민수님, 김민수입니다, 민수야', ['김민수님', '민수님', '김민수입니다', '민수야']],
  ['김 민수', '김 민수 씨, 민수님', ['김', '민수', '민수님']],
  ['amy johnson', 'Hi Amy, welcome.', ['Amy']],
  ['amy lee', 'Amy, or Lee', ['Amy', 'Lee']],
  ['bo li', 'Bo Li', ['Bo', 'Li']],
  ['Nguyen Thi Ha', 'Hi Ha, or Thi Ha', ['Ha', 'Thi', 'Ha']],
  ['Zhang Li Na', 'Li Na', ['Li', 'Na']],
  ['Vo Le Ha', 'Hi Ha, hi Vo, hi Le Ha', ['Ha', 'Vo', 'Le', 'Ha']],
  ['Van Nguyen', 'Thank you, Van.', ['Van']],
  ['I. Petrov', 'I. Petrov, I think', ['I', 'Petrov']],
  ['i.petrov', 'Petrov, I think', ['Petrov']],
  ['J. de', 'J de', ['J', 'de']],
])('%s is found in “%s”', (name, text, found) => {
  expect(said([name], text)).toEqual(found)
})

test.each([
  ['Ina Bauer', 'I was in a hurry, as a rule.'],
  ['Theo Alan', 'The oven, and al an.'],
  ['Maria de la Cruz', 'de la tienda'],
  ['Ludwig van Beethoven', 'I drove a van.'],
  ['MARIA DE LA CRUZ', 'de la tienda'],
  ['김민수', '김치와 수민'],
  ['A. Lee', 'A night in a store'],
])('%s is not found in “%s”', (name, text) => {
  expect(said([name], text)).toEqual([])
})

test('what stands between the words of a name is found with them', () => {
  expect(said(['Maria de la Cruz'], 'Maria de la Cruz, de la tienda')).toEqual(['Maria', 'de', 'la', 'Cruz'])
})

test('no word of a name is left in a text, whatever stands around it', () => {
  const words = constantFrom('Ingrid', 'SOLHEIM', 'solheim’s', 'Íngrid', 'night', 'a', ', ', ' ', '“', '—', '.\n', '山')
  assert(
    property(words, words, words, words, (...parts) => {
      const text = parts.join(' ')
      const find = nameFinder(['Ingrid Solheim'])
      const rest = find(text).reduceRight((left, { from, to }) => left.slice(0, from) + '▇' + left.slice(to), text)
      expect(rest).not.toMatch(/[ií]ngrid|solheim/i)
    }),
  )
})

test('whoever has a name of two or three words is not called by any of them, however short and small these are', () => {
  const word = stringMatching(/^[b-df-hj-np-tv-z][a-z]{1,4}$/).filter((letters) => !PARTICLES.has(letters))
  assert(
    property(array(word, { minLength: 2, maxLength: 3 }), (words) => {
      for (const called of words) expect(said([words.join(' ')], `Hi ${called}, welcome`)).toContain(called)
    }),
  )
})

test('no sign of a long name is left, however much of it is compared at once', () => {
  const signs = Array.from({ length: 400 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
  const name = `${signs.slice(0, 200)} ${signs.slice(200)}`
  expect(said([name], `夜${signs}勤`)).toEqual([signs])
  expect(said([name], `夜${signs.slice(0, 200)}勤${signs.slice(200)}`)).toEqual([signs.slice(0, 200), signs.slice(200)])
  const words = ['Wolfeschlegelstein', 'Hausenbergerdorff', 'Welchevoralternwaren', 'Gewissenhaftschaefer']
  expect(said([words.join(' ')], `I am ${words.join('')}.`)).toEqual([words.join('')])
})

test('nobody is found where there is no name', () => {
  expect(said([], 'anybody')).toEqual([])
  expect(said(['', ' ', '…'], 'anybody …')).toEqual([])
})
