import { expect, test } from 'vitest'
import { AnswerEnd } from './answer-end'

const message = (type: string, body: string) => {
  const header = Buffer.alloc(5)
  header.write(type)
  header.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([header, Buffer.from(body)])
}
const ANSWER = Buffer.concat([
  message('D', 'Z\0\0\0\x05I'),
  message('n', ''),
  message('C', 'SELECT 1\0'),
  message('Z', 'I'),
])

test('the last message is known wherever the answer was divided, in two or three or byte by byte', () => {
  for (let first = 0; first <= ANSWER.length; first++) {
    for (let second = first; second <= ANSWER.length; second++) {
      const end = new AnswerEnd()
      for (const piece of [ANSWER.subarray(0, first), ANSWER.subarray(first, second), ANSWER.subarray(second)])
        end.take(piece)
      expect(end.type).toBe('Z'.charCodeAt(0))
    }
  }
  const end = new AnswerEnd()
  for (const byte of ANSWER) end.take(Buffer.of(byte))
  expect(end.type).toBe('Z'.charCodeAt(0))
})

test('what was begun last counts, however much of it is there', () => {
  const end = new AnswerEnd()
  expect(end.type).toBeUndefined()
  end.take(Buffer.concat([message('C', 'SELECT 1\0'), message('E', 'SPANIC\0')]).subarray(0, -3))
  expect(end.type).toBe('E'.charCodeAt(0))
})
