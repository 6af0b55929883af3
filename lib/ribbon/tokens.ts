import { ITEM_LIMITS, TEXT_LIMITS } from './limits'
import { cut, readable } from './wire'

/** An utterance's words as Ribbon sends them, without an object for each: there are thousands in a talk. */
export class Tokens {
  /** All that they say, one after the other. */
  readonly text: string
  /** Where each of them ends in it (UTF-16 offset). */
  readonly ends: readonly number[]
  /** Of each when it begins and when it ends (seconds), as it is sent; NaN where that is no number. */
  readonly times: readonly number[]

  constructor(text: string, ends: readonly number[], times: readonly number[]) {
    this.text = text
    this.ends = ends
    this.times = times
  }
}

/** Of what was parsed as any JSON is; none where it is no list. */
export function tokensOf(sent: unknown): Tokens {
  if (sent instanceof Tokens) return sent
  const words = Array.isArray(sent) ? sent.slice(0, ITEM_LIMITS.words) : []
  let text = ''
  const ends: number[] = []
  const times: number[] = []
  for (const { word, start, end } of words.map((one: unknown) => (one ?? {}) as Record<string, unknown>)) {
    text += typeof word === 'string' ? readable(cut(word, TEXT_LIMITS.word)) : ''
    ends.push(text.length)
    for (const time of [start, end]) times.push(typeof time === 'number' ? time : NaN)
  }
  return new Tokens(text, ends, times)
}
