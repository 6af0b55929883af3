import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Voice } from './header'
import type { Utterance } from './screenplay'
import { timeTokens, type SpeechEvent } from './token-times'
import { tokenize, type Token } from './tokens'

/** A token of the transcript with the seconds at which it is heard. */
export type TimedWord = { word: string; start: number; end: number }

/** One spoken utterance; the words' times count from the first sample of `pcm`. */
export type Speech = { sampleRate: number; pcm: Int16Array; words: TimedWord[] }

const SCRIPT = fileURLToPath(new URL('speak.py', import.meta.url))
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024

const event = z.tuple([z.enum(['word', 'sound']), z.number(), z.number(), z.string()])
const reply = z.object({ sampleRate: z.number(), pcm: z.base64(), events: z.array(event) })

/** Speaks each utterance with espeak-ng; throws the reason when the library or a voice is missing. */
export function speakUtterances(utterances: readonly Utterance[], language: string): Speech[] {
  const scripts = utterances.map(({ text, voice }) => ({ voice, ...tokenize(text, language) }))
  const replies = askEspeak(scripts)
  return scripts.map(({ tokens }, index) => {
    const { sampleRate, pcm, events } = reply.parse(JSON.parse(replies[index] ?? 'null'))
    return { sampleRate, pcm: decodeSamples(pcm), words: timeWords(tokens, events, sampleRate) }
  })
}

function askEspeak(scripts: readonly { voice: Voice; spoken: string }[]): string[] {
  const orders = scripts.map(({ voice: { name, rate, pitch }, spoken }) =>
    JSON.stringify({ voice: name, rate, pitch, text: spoken }),
  )
  const run = spawnSync('python3', [SCRIPT], {
    input: orders.join('\n'),
    maxBuffer: MAX_OUTPUT_BYTES,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`espeak-ng could not speak: ${run.error?.message ?? run.stderr.trim()}`)
  return run.stdout.trimEnd().split('\n')
}

function decodeSamples(base64: string): Int16Array {
  const bytes = Buffer.from(base64, 'base64')
  return Int16Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2))
}

function timeWords(tokens: readonly Token[], events: readonly SpeechEvent[], sampleRate: number): TimedWord[] {
  const spans = timeTokens(tokens, events)
  return tokens.map(({ word }, index) => {
    const span = spans[index] ?? { start: 0, end: 0 }
    return { word, start: span.start / sampleRate, end: span.end / sampleRate }
  })
}
