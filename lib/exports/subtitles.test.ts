import { array, assert, boolean, constantFrom, integer, property, record, string, type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsAsRead } from '../transcript/as-read'
import type { Segment, Speaker } from '../transcript/transcript'
import { compactWords, type Word } from '../transcript/words'
import type { ReadTranscript } from './read-transcript'
import { srtOf } from './srt'
import { subtitlesOf } from './subtitles'
import { vttOf } from './vtt'

const UNKNOWN = '(no time is known)'
/** What has a meaning in one of the formats, or ends a line somewhere. */
const HOSTILE = [
  '-->',
  '&lt;',
  '<v Agent>',
  '</v>',
  '<i>',
  '{\\an8}',
  '\n\n2\n00:00:00,000 --> 00:00:01,000\n',
  'NOTE',
  '&',
  '\u2028',
  '\r',
]

type Said = { speaker: Speaker; words: string[]; pause: number; isTimed: boolean }
const word: Arbitrary<string> = constantFrom('I', 'ran', 'the', 'shift.', 'Yes!', '夜勤。', ...HOSTILE)
const said: Arbitrary<Said> = record({
  speaker: constantFrom<Speaker>('agent', 'candidate', 'other'),
  words: array(word, { minLength: 1, maxLength: 40 }),
  pause: integer({ min: 0, max: 20 }),
  isTimed: boolean(),
})

/** When each word takes half a second, and some of what is said has no time. */
function transcriptOf(all: Said[], given: Partial<ReadTranscript> = {}): ReadTranscript {
  let second = 0
  const timed = all.map(({ speaker, words, pause, isTimed }): { segment: Segment; words: Word[] } => {
    const text = words.join(' ')
    second += pause
    const from = second
    const placed = words.map((one, index): Word => {
      const at = words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0)
      second += 0.5
      return { from: at, to: at + one.length, start: second - 0.5, end: second }
    })
    const times = isTimed ? { start: from, end: second } : { start: null, end: null }
    return { segment: { speaker, text, ...times }, words: isTimed ? placed : [] }
  })
  return {
    ...{
      candidate: 'Ingrid Solheim',
      flowTitle: 'Night shift',
      duration: second,
      firstSeenAt: '2026-11-26T12:00:00.000Z',
    },
    segments: timed.map(({ segment }) => segment),
    words: compactWords(timed.map(({ words }) => words)),
    corrections: [],
    ...given,
  }
}

type Read = { start: number; end: number; lines: { speaker: string; text: string }[] }
const secondsIn = (clock: string) =>
  clock.split(/[:.,]/).reduce((sum, part, at) => sum + Number(part) * ([3600, 60, 1, 0.001][at] ?? 0), 0)

/** Apart from how it is written; throws for what a player would refuse. */
function readVtt(file: string): Read[] {
  const [head, ...blocks] = file.trimEnd().split('\n\n')
  expect(head).toBe('WEBVTT')
  return blocks.map((block) => {
    const [timing = '', ...lines] = block.split('\n')
    const [, start = '', end = ''] = /^(\d\d+:\d\d:\d\d\.\d{3}) --> (\d\d+:\d\d:\d\d\.\d{3})$/.exec(timing) ?? []
    return { start: secondsIn(start), end: secondsIn(end), lines: lines.map(readVoice) }
  })
}

function readVoice(line: string) {
  const [, speaker = '', text = ''] = /^<v ([^<>]+)>([^<>]*)<\/v>$/.exec(line) ?? []
  expect(line).not.toContain('-->')
  return { speaker: unescaped(speaker), text: unescaped(text) }
}
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function readSrt(file: string): Read[] {
  return file
    .trimEnd()
    .split('\r\n\r\n')
    .map((block, index) => {
      const [number, timing = '', ...lines] = block.split('\r\n')
      expect(number).toBe(String(index + 1))
      const [, start = '', end = ''] = /^(\d\d+:\d\d:\d\d,\d{3}) --> (\d\d+:\d\d:\d\d,\d{3})$/.exec(timing) ?? []
      const read = lines.map((line) => /^([^:]+): (.*)$/s.exec(line) ?? [])
      return {
        start: secondsIn(start),
        end: secondsIn(end),
        lines: read.map(([, speaker = '', text = '']) => ({ speaker, text })),
      }
    })
}

const unspaced = (text: string) => text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]/gu, '')
const wordsIn = (read: Read[]) =>
  unspaced(
    read
      .flatMap(({ lines }) => lines.map(({ text }) => text))
      .join('')
      .replaceAll(UNKNOWN, ''),
  )
const isTimedAtAll = (all: Said[]) => all.some(({ isTimed, words }) => isTimed && unspaced(words.join('')) !== '')

test('WebVTT says each word once, in its order and its speaker’s voice, within times that only go on, whatever is said', () => {
  assert(
    property(array(said, { maxLength: 8 }).filter(isTimedAtAll), (all) => {
      const transcript = transcriptOf(all)
      const read = readVtt(vttOf(subtitlesOf(transcript)))
      expect(wordsIn(read)).toBe(
        unspaced(
          segmentsAsRead(transcript.segments, [])
            .map(({ text }) => text)
            .join(''),
        ),
      )
      expectToGoOn(read)
    }),
  )
})

test('SubRip is numbered, says the same at the same times, and no words of it pass for markup or for another subtitle', () => {
  assert(
    property(array(said, { maxLength: 8 }).filter(isTimedAtAll), (all) => {
      const subtitles = subtitlesOf(transcriptOf(all))
      const [srt, vtt] = [readSrt(srtOf(subtitles)), readVtt(vttOf(subtitles))]
      expect(srt.map(({ start, end }) => [start, end])).toEqual(vtt.map(({ start, end }) => [start, end]))
      expect(wordsIn(srt)).toBe(wordsIn(vtt).replaceAll('-->', '→'))
      for (const text of srt.flatMap(({ lines }) => lines.map((line) => line.text)))
        expect(text).not.toMatch(/-->|<[a-z/]|\{\\/i)
      expectToGoOn(srt)
    }),
  )
})

function expectToGoOn(read: Read[]) {
  for (const [index, { start, end }] of read.entries()) {
    expect(end).toBeGreaterThan(start)
    expect(start).toBeGreaterThanOrEqual(read[index - 1]?.start ?? 0)
  }
}

test('a name is a voice however it is written', () => {
  assert(
    property(string({ unit: 'binary' }), (candidate) => {
      const transcript = transcriptOf([{ speaker: 'candidate', words: ['Yes.'], pause: 0, isTimed: true }], {
        candidate,
      })
      const [first] = readVtt(vttOf(subtitlesOf(transcript)))
      expect(first?.lines).toHaveLength(1)
      expect(first?.lines[0]?.text).toBe('Yes.')
    }),
  )
})

const ONE: Said = { speaker: 'candidate', words: ['I', 'ran', 'the', 'shift.'], pause: 0, isTimed: true }

test('what has no time stands with what was said before it, and says so', () => {
  const untimed: Said = { speaker: 'agent', words: ['Why?'], pause: 0, isTimed: false }
  const line = { speaker: 'Agent', text: `Why? ${UNKNOWN}` }
  const own = { speaker: 'Ingrid Solheim', text: 'I ran the shift.' }
  expect(subtitlesOf(transcriptOf([ONE, untimed]))).toEqual([{ start: 0, end: 2, lines: [own, line] }])
  expect(subtitlesOf(transcriptOf([untimed, ONE]))).toEqual([{ start: 0.5, end: 2.5, lines: [line, own] }])
})

test('what is said while somebody else speaks stands where it begins, and lasts until it can be read', () => {
  const [long, short] = [
    { ...ONE, words: ['I', 'ran'] },
    { ...ONE, words: ['Mm.'] },
  ]
  const { segments, ...transcript } = transcriptOf([long, short])
  const [first, second] = segments
  if (!first || !second) throw new Error('nothing was said')
  const talk = [
    { ...first, start: 4, end: 9 },
    { ...second, start: 6, end: 6 },
    { ...second, start: 2, end: 3 },
  ]
  const read = subtitlesOf({ ...transcript, segments: talk, words: [] })
  expect(read.map(({ start, end }) => [start, end])).toEqual([
    [2, 3],
    [4, 9],
    [6, 6.1],
  ])
})

test.each([{ all: [] }, { all: [{ ...ONE, isTimed: false }] }])(
  'where nothing has a time there are no subtitles',
  ({ all }) => {
    expect(() => subtitlesOf(transcriptOf(all))).toThrow(expect.objectContaining({ code: 'transcript_untimed' }))
  },
)

test('what is corrected is read once and whole, also where a part would end within it', () => {
  const words = Array.from({ length: 40 }, (_, at) => `word${at}`)
  const text = words.join(' ')
  const from = text.indexOf('word5')
  const to = text.indexOf('word25')
  const correction = { segment: 0, from, to, original: text.slice(from, to), replacement: 'corrected ' }
  const read = subtitlesOf(transcriptOf([{ ...ONE, words }], { corrections: [correction] }))
  const lines = read.flatMap((subtitle) => subtitle.lines.map((line) => line.text))
  expect(lines.join(' ')).toBe(`${text.slice(0, from)}corrected ${text.slice(to)}`)
  expect(lines.length).toBeGreaterThan(1)
})

test('no subtitle is longer than is read at a glance where words have times', () => {
  const words = Array.from({ length: 400 }, (_, at) => (at % 9 === 8 ? 'shift.' : 'night'))
  const read = subtitlesOf(transcriptOf([{ ...ONE, words }]))
  for (const { start, end, lines } of read) {
    expect(end - start).toBeLessThanOrEqual(7)
    expect(lines[0]?.text.length).toBeLessThanOrEqual(84)
  }
})
