import type { ComparedAnswer } from '@/lib/compare/compared'
import { compactWords } from '@/lib/transcript/words'

const words = compactWords([[{ from: 0, to: 2, start: 0.5, end: 1 }]])

/** What a candidate says who has a letter instead of a name: a second of it is heard, from a quarter on. */
export function answerOf(letter: string, state: ComparedAnswer['state'] = 'answered'): ComparedAnswer {
  return {
    ...{ interview: `hidden.${letter}`, alias: null },
    candidate: { is: 'hidden', letter },
    ...{ state, seconds: 44, askedAs: null, recording: state === 'answered' ? 'audio' : null, words },
    plays: { candidate: [{ start: 0.25, end: 1.25 }], everything: [{ start: 0, end: 2 }] },
    segments: [{ speaker: 'candidate', text: `It rained on ${letter}.`, start: 0.5, end: 1 }],
    rating: null,
    colleagues: { is: 'hidden', until: 'my_vote' },
  }
}

/** The same once names are shown, in which nothing is left out of what is heard. */
export function namedAnswerOf(letter: string, name: string): ComparedAnswer {
  return {
    ...answerOf(letter),
    ...{ interview: `id of ${name}`, alias: `hidden.${letter}` },
    candidate: { is: 'named', name, email: null },
    plays: { candidate: [{ start: 0.25, end: 1.5 }], everything: [{ start: 0, end: 2 }] },
  }
}
