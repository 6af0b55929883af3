import type { Token } from './tokens'

export type Span = { start: number; end: number }

/** What espeak-ng reports while it speaks: a word begins at a place of the text, or a sound begins; `_` sounds are pauses. */
export type SpeechEvent = readonly [kind: 'word' | 'sound', position: number, sample: number, sound: string]

type Sound = { token: number; start: number; end: number }

/** One span per token, in samples. espeak-ng speaks some short words as one ("of the"): those share their span by length. */
export function timeTokens(tokens: readonly Token[], events: readonly SpeechEvent[]): Span[] {
  const heard = spansByToken(listSounds(tokens, events))
  const groups: { span: Span | undefined; tokens: Token[] }[] = []
  for (const [index, token] of tokens.entries()) {
    const last = groups.at(-1)
    const span = heard.get(index)
    if (!last || (span && last.span)) groups.push({ span, tokens: [token] })
    else {
      last.span ??= span
      last.tokens.push(token)
    }
  }
  return groups.flatMap(({ span, tokens }) => share(span, tokens))
}

/** The voiced sounds with the token they belong to; an event that goes back in the text marks a clause's end, no new word. */
function listSounds(tokens: readonly Token[], events: readonly SpeechEvent[]): Sound[] {
  const sounds: Sound[] = []
  let token = 0
  let pausing = false

  for (const [kind, position, sample, sound] of events) {
    if (kind === 'word') {
      const heard = tokens.findIndex(({ from, to }) => from <= position && position < to)
      token = Math.max(token, heard)
      continue
    }

    const last = sounds.at(-1)
    if (last && !pausing) last.end = sample
    pausing = sound.startsWith('_')
    if (!pausing) sounds.push({ token, start: sample, end: sample })
  }
  return sounds
}

function spansByToken(sounds: readonly Sound[]): Map<number, Span> {
  const spans = new Map<number, Span>()
  for (const { token, start, end } of sounds) spans.set(token, { start: spans.get(token)?.start ?? start, end })
  return spans
}

function share(span: Span | undefined, tokens: readonly Token[]): Span[] {
  if (!span) throw new Error(`espeak-ng is silent on "${tokens.map(({ word }) => word).join('')}"`)
  const { start, end } = span
  const lengths = tokens.map(({ word }) => Array.from(word.trim()).length)
  const perLetter = (end - start) / lengths.reduce((sum, length) => sum + length, 0)
  let at = start
  return lengths.map((length) => ({ start: at, end: (at += length * perLetter) }))
}
