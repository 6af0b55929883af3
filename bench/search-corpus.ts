import { NO_SCORES, generalScore } from '../lib/assessment/scores'
import type { Segment } from '../lib/transcript/transcript'
import { compactWords, type Word } from '../lib/transcript/words'
import { ribbonInterviewWith } from '../lib/interviews/testing/values'
import type { RibbonInterview } from '../lib/ribbon/interview'

const VOCABULARY = 30_000
const HAN = 3_000
const FIRST_HAN = 0x4e00
const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ter',
  'su',
  'ran',
  'dis',
  'po',
  've',
  'ning',
  'tra',
  'com',
  'ex',
  'ble',
  'or',
  'und',
]
const WORDS_A_TURN = { agent: 20, candidate: 60 }
const CHINESE_EVERY = 25

/** Interview number `index` of a corpus that is the same in every run; its words are as frequent as those of a language. */
export function corpusInterview(index: number, { words, flows }: { words: number; flows: number }): RibbonInterview {
  const random = randomFrom(index + 1)
  const isChinese = index % CHINESE_EVERY === 0
  const { segments, times } = talk(words, () => (isChinese ? hanWord(random) : wordOfRank(rank(random, VOCABULARY))))
  const score = () => Math.ceil(random() * 10) / 2
  const scores = { ...NO_SCORES, communication: score(), motivation: score(), skills: score() }
  return {
    ...ribbonInterviewWith(),
    id: `bench_${index}`,
    flowId: `flow_${index % flows}`,
    teamId: `team_${index % 5}`,
    state: index % 20 === 0 ? 'processing' : 'ready',
    candidate: { name: `${wordOfRank(rank(random, VOCABULARY))} ${wordOfRank(index)}`, email: `c${index}@example.com` },
    summary: `Talked about ${wordOfRank(rank(random, 500))}.`,
    scores,
    generalScore: generalScore(scores),
    duration: words * 0.4,
    talk: words * 0.3,
    segments,
    words: compactWords(times),
    recordings: { audio: `https://cdn.example.com/${index}.wav`, video: null },
  }
}

/** The word that is the `rank`th most frequent, from 1; no word begins with another. */
export function wordOfRank(rank: number): string {
  let letters = ''
  for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    letters += SYLLABLES[rest % SYLLABLES.length]
  return `${letters}q`
}

/** Two characters that are each other's neighbours somewhere. */
export function hanPair(first: number, second: number): string {
  return String.fromCodePoint(FIRST_HAN + first, FIRST_HAN + second)
}

function talk(words: number, next: () => string) {
  const segments: Segment[] = []
  const times: Word[][] = []
  for (let spoken = 0, turn = 0; spoken < words; turn++) {
    const speaker = turn % 2 === 0 ? 'agent' : 'candidate'
    const said = Array.from({ length: Math.min(WORDS_A_TURN[speaker], words - spoken) }, next)
    const { text, placed } = place(said, spoken)
    segments.push({ speaker, text, start: placed[0]?.start ?? null, end: placed.at(-1)?.end ?? null })
    times.push(placed)
    spoken += said.length
  }
  return { segments, times }
}

function place(said: string[], spoken: number) {
  let text = ''
  const placed = said.map((word, index): Word => {
    if (text !== '') text += ' '
    const from = text.length
    text += word
    return { from, to: text.length, start: (spoken + index) * 0.4, end: (spoken + index) * 0.4 + 0.35 }
  })
  return { text, placed }
}

function hanWord(random: () => number): string {
  return hanPair(rank(random, HAN), rank(random, HAN))
}

/** Zipf's law: the nth most frequent comes an nth as often as the first. */
function rank(random: () => number, most: number): number {
  return Math.floor(Math.exp(random() * Math.log(most)))
}

/** mulberry32. */
function randomFrom(seed: number) {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
