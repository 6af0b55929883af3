import { LEAST_FINALISTS, MOST_FINALISTS } from '@/lib/compare/link'

/** `chosen` are those that the link names, `shown` those of the first six that are here, null until that is known, and `withoutTranscript` those that cannot be. */
type Counts = { chosen: number; shown: number | null; withoutTranscript: number }

/** What is to be said of a choice that is not just shown. */
export function sideWords({ chosen, shown, withoutTranscript: unheard }: Counts): string[] {
  if (chosen === 0) {
    return ['Choose two to six candidates: what they answered stands side by side here, question by question.']
  }
  const asked = Math.min(chosen, MOST_FINALISTS)
  const missing = asked - (shown ?? asked) - unheard
  return [
    ...(chosen > MOST_FINALISTS
      ? [`Six candidates at most stand side by side: of the ${chosen} that are chosen these are the first six.`]
      : []),
    ...(unheard > 0
      ? [
          `${unheard} of the chosen candidates ${unheard === 1 ? 'has' : 'have'} no transcript: there is nothing to put beside the others.`,
        ]
      : []),
    ...(missing > 0
      ? [
          `${missing} of the chosen candidates ${missing === 1 ? 'is' : 'are'} not here: not interviewed yet, of another flow, or not yours to see.`,
        ]
      : []),
    ...((shown ?? asked) < LEAST_FINALISTS ? ['Choose another candidate to compare with.'] : []),
  ]
}
