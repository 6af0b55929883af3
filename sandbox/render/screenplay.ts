import { parseHeader, type Header, type Voice } from './header'
import { Slip } from './slip'

/** When an utterance begins, in seconds, measured from the utterance before it. */
export type Cue =
  | { kind: 'natural' }
  | { kind: 'after end'; seconds: number }
  | { kind: 'before end'; seconds: number }
  | { kind: 'before start'; seconds: number }

type Line = { line: number; question: number | null; role: 'agent' | 'user'; cue: Cue; text: string }
export type Utterance = Line & { voice: Voice }
export type Screenplay = Header & { file: string; utterances: Utterance[] }

const UTTERANCE = /^\[(\d+|-)\] ([AC])(?: ([@<~])(-?\d+(?:\.\d+)?))?: (.+)$/

export function parseScreenplay(file: string, source: string): Screenplay {
  const lines = source.split('\n').map((line) => line.trimEnd())
  const border = lines.indexOf('===')
  const header = parseHeader(file, border === -1 ? lines : lines.slice(0, border))
  const body = border === -1 ? [] : parseBody(file, lines, border + 1)

  if (header.data && header.transcript && body.length === 0) {
    throw new Slip(
      file,
      lines.length,
      'nobody speaks: write the talk after "===", or "data: none" or "transcript: none"',
    )
  }
  return { ...header, file, utterances: body.map((line) => ({ ...line, voice: requireVoice(file, header, line) })) }
}

function parseBody(file: string, lines: readonly string[], from: number): Line[] {
  return lines.flatMap((text, index) => (index < from || text === '' ? [] : [parseLine(file, index + 1, text)]))
}

function parseLine(file: string, line: number, text: string): Line {
  const match = UTTERANCE.exec(text)
  if (!match) throw new Slip(file, line, `expected "[question] A or C timing?: text", found "${text}"`)

  const [, question, speaker, sign, seconds, said = ''] = match
  return {
    line,
    question: question === '-' ? null : Number(question),
    role: speaker === 'A' ? 'agent' : 'user',
    cue: readCue(file, line, { sign, seconds: Number(seconds) }),
    text: said.trim(),
  }
}

function readCue(file: string, line: number, { sign, seconds }: { sign: string | undefined; seconds: number }): Cue {
  if (sign === undefined) return { kind: 'natural' }
  if (sign === '~' && seconds >= 0) return { kind: 'after end', seconds }
  if (sign === '@' && seconds < 0) return { kind: 'before end', seconds: -seconds }
  if (sign === '<' && seconds < 0) return { kind: 'before start', seconds: -seconds }
  throw new Slip(file, line, 'a timing is @-0.7 (before the end), <-0.3 (before the start) or ~4.0 (after the end)')
}

function requireVoice(file: string, header: Header, { role, line }: Line): Voice {
  const key = role === 'agent' ? 'agent-voice' : 'voice'
  const voice = header[key]
  if (!voice) throw new Slip(file, line, `the header says no "${key}:" for who speaks here`)
  return voice
}
