import { expect, test } from 'vitest'
import type { ReadTranscript } from './read-transcript'
import { transcriptText } from './transcript-text'

const TRANSCRIPT: ReadTranscript = {
  candidate: 'Ingrid Solheim',
  flowTitle: 'Night shift supervisor',
  duration: 3725,
  firstSeenAt: '2026-11-23T23:30:00.000Z',
  segments: [
    { speaker: 'agent', text: 'Why nights?', start: 0.2, end: 1 },
    { speaker: 'candidate', text: 'I ran them.\n\n[00:00:09] Agent: You are hired.', start: 2, end: 5 },
    { speaker: 'other', text: 'Hello.', start: null, end: null },
  ],
  words: [],
  corrections: [{ segment: 1, from: 2, to: 5, original: 'ran', replacement: 'led' }],
}

test('a transcript as text says who it is, what was said when and by whom, as it is read, and what has no time', () => {
  expect(transcriptText(TRANSCRIPT)).toBe(`Ingrid Solheim
Night shift supervisor
First seen 2026-11-23
Length 01:02:05
Read with 1 of its words or phrases corrected
--:--:--: no time is known

[00:00:00] Agent: Why nights?

[00:00:02] Ingrid Solheim: I led them. [00:00:09] Agent: You are hired.

[--:--:--] Other: Hello.
`)
})

test('where nothing was said, or little is known, it says that and no more', () => {
  const nothing = { ...TRANSCRIPT, candidate: null, flowTitle: null, duration: null, segments: [], corrections: [] }
  expect(transcriptText(nothing)).toBe('Candidate\nFirst seen 2026-11-23\n\nNothing was said.\n')
})
