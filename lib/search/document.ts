import { NOT_INDEXED } from '../db/schema/search'
import type { Candidate } from '../interviews/interview'
import type { Question, Segment } from '../transcript/transcript'
import { candidateKey } from '../text/sort-key'
import { flowLexeme, foldLine, isTooMuch, lexemesOf, OVERSIZE } from './lexemes'

/** Raised whenever the same interview would be indexed otherwise: rows of older rules are made again when the app starts. */
export const RULES = 4

/** `segments` as they are read, corrections included. */
type Searched = {
  candidate: Candidate
  flowId: string | null
  summary: string | null
  segments: Segment[]
  questions: Question[]
}

export type Document = ReturnType<typeof documentOf>

/** What is kept of an interview that is indexed later: it is sorted like the others. */
export function documentToCome(candidate: Candidate): Document {
  return {
    candidateKey: candidateKey(candidate),
    lexemes: [],
    isOversize: false,
    texts: { said: '', asked: '', name: '', about: '', summary: '', rules: NOT_INDEXED },
  }
}

/** What searching and sorting keep of an interview. */
export function documentOf({ candidate, flowId, summary, segments, questions }: Searched) {
  const lines = {
    said: segments.map(({ speaker, text }) => (speaker === 'candidate' ? foldLine(text) : '')),
    asked: segments.map(({ speaker, text }) => (speaker === 'candidate' ? '' : foldLine(text))),
    name: [candidate.name ?? '', candidate.email ?? ''].map((text) => foldLine(text)),
    about: questions.map(({ text }) => foldLine(text)),
    summary: (summary ?? '').split('\n').map((text) => foldLine(text)),
  }
  const flow = flowId === null ? [] : [flowLexeme(flowId)]
  const words = [
    ...lexemesOf('s', lines.said),
    ...lexemesOf('a', lines.asked),
    ...lexemesOf('n', lines.name),
    ...lexemesOf('x', lines.about),
    ...lexemesOf('y', lines.summary),
  ]
  const isOversize = isTooMuch(words)
  return {
    candidateKey: candidateKey(candidate),
    lexemes: [...flow, ...(isOversize ? [OVERSIZE] : words)],
    isOversize,
    texts: {
      said: lines.said.join('\n'),
      asked: lines.asked.join('\n'),
      name: lines.name.join('\n'),
      about: lines.about.join('\n'),
      summary: lines.summary.join('\n'),
      rules: RULES,
    },
  }
}
