import type { ComponentProps } from 'react'
import { NO_SCORES } from '@/lib/assessment/scores'
import { evidenceOf, speechFiguresOf } from '@/lib/assessment/evidence'
import type { Interview } from '@/lib/interviews/interview'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import type { Answer } from '@/lib/transcript/answers'
import type { Segment } from '@/lib/transcript/transcript'
import type { ReviewRoom } from '../review-room'

export type Room = ComponentProps<typeof ReviewRoom>

export const SEGMENTS: Segment[] = ['First words', 'Second words', 'Third words'].map((text, index) => ({
  ...{ speaker: 'candidate', text, start: index, end: index + 1 },
}))

export const INTERVIEW: Interview = {
  ...interviewRowWith({ assessment: { is: 'shown', scores: { ...NO_SCORES, skills: 4 }, generalScore: 4 } }),
  language: null,
  summary: 'What the summary says',
  ...{ segments: SEGMENTS, questions: [], script: [] },
}

export const ANSWER: Answer = {
  ...{ text: 'What was asked?', key: 'k', scripted: true, asked: true, segments: [0], spans: [{ start: 0, end: 1 }] },
  ...{ seconds: 1, words: 2, followUps: 0 },
}

export const EVIDENCE = evidenceOf({ talk: 3, duration: 3 }, speechFiguresOf(SEGMENTS), [])

/** Of a reviewer who has not voted, on an interview of which everything is there. */
export const ROOM: Room = {
  interview: INTERVIEW,
  me: { id: 'me', email: 'me@example.com', name: null },
  role: 'reviewer',
  votes: { mine: null, all: [] },
  now: 0,
  findings: { answers: [ANSWER], evidence: EVIDENCE, corrections: [] },
  formerScores: [],
  neighbours: null,
  search: '',
  panel: 'summary',
  moment: { start: 0, end: null },
  cue: null,
  listensTo: 'everything',
  find: '',
  attempts: [],
}
