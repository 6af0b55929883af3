import { mapQuestions } from '../mapping'
import type { InterviewData, InterviewFlow, Interviewee, Scores, Segment } from '../wire'
import { Random } from './random'
import { talk } from './speech'
import { timeTurns } from './timing'
import { writeTurns } from './turns'
import { type Vocabulary, vocabularyOf } from './vocabulary'

const SCORES = [
  'communication',
  'motivation',
  'skills',
  'language_vocabulary_and_expression',
  'language_grammar_and_structure',
  'language_fluency_and_pace',
  'language_comprehension',
]

export type Recipe = {
  id: string
  seed: string
  flow: InterviewFlow
  wordCount: number
  /** What decides who they are, where that is not `seed`: the same for each of a candidate's attempts. */
  candidate?: string | null
}

/** All that Ribbon knows after an interview, the same for the same recipe. */
export function writeInterviewData({ id, seed, flow, wordCount, candidate }: Recipe): InterviewData {
  const random = new Random(seed)
  const vocabulary = vocabularyOf(flow.language)
  const turns = writeTurns({ random, vocabulary, questions: flow.questions }, wordCount)
  const segments = timeTurns(random, turns)
  const questionOf = turns.map(({ question }) => question)
  return {
    transcript: transcriptOf(segments),
    transcript_with_timestamp: segments,
    questions_to_transcript_mapping: mapQuestions(flow.questions, segments, questionOf),
    audio_url: `{origin}/recordings/synthetic/${id}.wav`,
    video_url: null,
    ...writeVerdict(random, vocabulary),
    ...writeInterviewee(candidate ? new Random(candidate) : random, vocabulary),
  }
}

export function writeVerdict(random: Random, vocabulary: Vocabulary): { summary: string; scores: Scores } {
  return { summary: writeSummary(random, vocabulary), scores: writeScores(random) }
}

function writeSummary(random: Random, vocabulary: Vocabulary) {
  const line = (count: number) => talk(random, vocabulary, count).join('')
  const lead = line(random.whole(25, 60))
  if (random.chance(0.3)) return lead
  return `${lead}\n\n## Strengths\n\n- ${line(9)}\n- ${line(12)}\n\n## Concerns\n\n- ${line(10)}`
}

function writeScores(random: Random): Scores {
  const level = random.whole(2, 5)
  const scores = SCORES.map((name) => [name, Math.min(5, Math.max(1, level + random.whole(-1, 1)))])
  return Object.fromEntries(scores)
}

function writeInterviewee(random: Random, { firstNames, lastNames }: Vocabulary): Interviewee {
  const first = random.pick(firstNames)
  const last = random.pick(lastNames)
  return {
    interviewee_email_address: emailOf(first, last, random.whole(1, 999)),
    interviewee_first_name: first,
    interviewee_last_name: last,
  }
}

function emailOf(first: string, last: string, number: number) {
  const name = `${first}.${last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `${/^[a-z.]+$/.test(name) ? name : 'candidate'}.${number}@example.com`
}

function transcriptOf(segments: readonly Segment[]) {
  return segments.map(({ role, content }) => `${role === 'agent' ? 'Agent' : 'User'}: ${content}\n`).join('')
}
