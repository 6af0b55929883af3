import type { TimeSpan } from '../transcript/speech'
import type { Segment } from '../transcript/transcript'
import type { CompactWords } from '../transcript/words'
import type { RecordingKind } from '../interviews/recording-kind'
import type { Anchors } from './anchors'
import type { ColleagueRatings, GivenRating } from './rating'

/** `interviews` are those of which there is a transcript. */
export type FlowToCompare = { id: string; title: string; interviews: number }

/** A flow as whoever compares its candidates sees it; `isWhole` where they do not see single interviews of it alone. */
export type ComparedFlow = { id: string; title: string | null; language: string | null; isWhole: boolean; names: Names }

/** Whether candidates have letters instead of names: `areHiddenByFlow` is what the flow wants; `revealedAt` (ISO 8601) when the reader had names shown to them all the same. */
export type Names = { areHidden: boolean; areHiddenByFlow: boolean; revealedAt: string | null }

/** `asked`, `answered` and `rated` are numbers of interviews; `rated` are those that the reader has rated, of the answered ones. */
export type ComparedQuestion = {
  key: string
  text: string
  /** False for one that today's script lacks. */
  scripted: boolean
  asked: number
  answered: number
  rated: number
}

/** `interviews` are those of which there is a transcript; those that were taken and have none are `withoutTranscript`. So many questions that today's script lacks are `leftOut`. */
export type ComparedQuestions = {
  flow: ComparedFlow
  interviews: number
  withoutTranscript: number
  questions: ComparedQuestion[]
  leftOut: number
}

/** The letters are this reader's alone, and the same each time. */
export type ComparedCandidate =
  { is: 'named'; name: string | null; email: string | null } | { is: 'hidden'; letter: string }

/**
 * `invalid`: the interview is marked so, and nothing of it counts; `cut_off`: the talk breaks off in the middle of the answer; `not_answered`: asked, and the candidate says nothing;
 * `not_matched`: nobody knows yet what of the talk belongs to which question.
 */
export type AnswerState = 'invalid' | 'answered' | 'cut_off' | 'not_answered' | 'not_asked' | 'not_matched'

/**
 * What leads to an interview: its id, or an alias where names are hidden. Once they are shown the `alias` is told beside the id, so
 * that a page knows again what it knew by that; null where there is none to know.
 */
export type ComparedInterview = { interview: string; alias: string | null }

/** What somebody's answer to a question is, whoever they are, without a word of it. */
export type AnswerHead = ComparedInterview & {
  candidate: ComparedCandidate
  state: AnswerState
  /** In which the candidate speaks; null where they speak at no known time. */
  seconds: number | null
  /** The question's words where they were others than today's. */
  askedAs: string | null
  /** Null where there is none. */
  recording: RecordingKind | null
  rating: GivenRating | null
  colleagues: ColleagueRatings
}

/** What is heard and read of an answer. Times are seconds. */
export type SaidToQuestion = {
  /** What is played of the recording: of the candidate alone, and with all that was said to the question. */
  plays: { candidate: TimeSpan[]; everything: TimeSpan[] }
  /** As it is read: with corrections, and without names where they are hidden. */
  segments: Segment[]
  /** When each word of them is said. */
  words: CompactWords
}

export type ComparedAnswer = AnswerHead & SaidToQuestion

/** One of them, with the scale that it is rated on. */
export type AnswerInMatrix = { answer: ComparedAnswer; anchors: Anchors | null }

export type AnswersToQuestion = {
  question: Pick<ComparedQuestion, 'key' | 'text' | 'scripted'>
  anchors: Anchors | null
  names: Names
  answers: ComparedAnswer[]
}

/** As a page begins with them: what was said comes with those in sight, and of the others later. */
export type AnswersInSight = Omit<AnswersToQuestion, 'answers'> & { answers: (AnswerHead | ComparedAnswer)[] }
