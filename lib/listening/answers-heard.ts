import { commonSpans, secondsOf, speechSpans, type TimeSpan } from '../transcript/speech'

/** From more than this share of what the candidate says in an answer on, it is heard. */
const MOST_OF_IT = 0.5

/**
 * How many answers somebody has heard, and of how many that can be: those in which the candidate speaks at a known time. `speech`
 * is what the candidate says and `heard` what sounded; both are sorted and apart.
 */
export function answersHeard(
  answers: readonly { spans: TimeSpan[] }[],
  speech: readonly TimeSpan[],
  heard: readonly TimeSpan[],
): { heard: number; of: number } {
  const said = answers
    .map(({ spans }) => commonSpans(speech, speechSpans(spans, 0)))
    .filter((spans) => spans.length > 0)
  const enough = said.filter((spans) => secondsOf(commonSpans(spans, heard)) > MOST_OF_IT * secondsOf(spans))
  return { heard: enough.length, of: said.length }
}
