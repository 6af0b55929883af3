/** A stretch of the recording, in seconds. */
export type TimeSpan = { start: number; end: number }

/** Shorter silences, in seconds, are breath between words and belong to the speech around them. */
export const BREATH_SECONDS = 0.8

/** The union of the words' intervals, sorted; spans that overlap, touch or are less than a breath apart become one. */
export function speechSpans(words: readonly TimeSpan[], breath = BREATH_SECONDS): TimeSpan[] {
  const spans: TimeSpan[] = []
  for (const word of inOrder(words)) addSpan(spans, word, breath)
  return spans
}

/** One word more; what follows the last of the spans in time and belongs to the speech around it makes that longer. */
export function addSpan(spans: TimeSpan[], { start, end }: TimeSpan, breath = BREATH_SECONDS) {
  const last = spans.at(-1)
  const isJoined = last && start >= last.start && (start <= last.end || start - last.end < breath)
  if (isJoined) last.end = Math.max(last.end, end)
  else spans.push({ start, end })
}

/** Words mostly come as they are said: to look takes a fraction of what sorting takes. */
function inOrder(words: readonly TimeSpan[]): readonly TimeSpan[] {
  let last = -Infinity
  for (const { start } of words) {
    if (start < last) return words.toSorted((a, b) => a.start - b.start)
    last = start
  }
  return words
}

/** What lies in both, found in one walk along them; each is sorted and its spans are apart. */
export function commonSpans(some: readonly TimeSpan[], others: readonly TimeSpan[]): TimeSpan[] {
  const common: TimeSpan[] = []
  for (let [i, j] = [0, 0]; ;) {
    const [one, other] = [some[i], others[j]]
    if (!one || !other) return common
    const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)]
    if (end > start) common.push({ start, end })
    if (one.end < other.end) i++
    else j++
  }
}

/** Seconds in which these words are spoken, breaths included. */
export function speechSeconds(words: readonly TimeSpan[]): number {
  return secondsOf(speechSpans(words))
}

export function secondsOf(spans: readonly TimeSpan[]): number {
  return spans.reduce((seconds, { start, end }) => seconds + end - start, 0)
}
