const MIB = 1024 * 1024

/**
 * What Ribbon's replies may be; docs/limits.md says why. What is over a limit of the first group costs the reply, of the second
 * the item; of the third it is cut with a mark, or left out where a part of it would be something else.
 */
export const REPLY_LIMITS = { bytes: 64 * MIB, items: 10_000 } as const

export const ITEM_LIMITS = {
  bytes: 8 * MIB,
  depth: 64,
  values: 500_000,
  segments: 20_000,
  words: 30_000,
  questions: 500,
} as const

/** UTF-16 units; `flowQuestions` is how many there may be. */
export const TEXT_LIMITS = {
  name: 200,
  email: 320,
  title: 500,
  url: 4_096,
  summary: 50_000,
  segment: 100_000,
  transcript: 500_000,
  question: 2_000,
  word: 500,
  flowQuestions: 200,
  webhookSecret: 1_024,
} as const

/** Why an item could not be read. */
export const UNREADABLE_REASONS = [
  'too_large',
  'too_deep',
  'too_many_values',
  'too_many_segments',
  'too_many_words',
  'too_many_questions',
  'no_json',
  'wrong_shape',
] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

/** Stands in a parsed reply where an item stood, or is the cause of an error about a whole one. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason) {
    super(reason)
    this.name = 'Unreadable'
    this.reason = reason
  }
}
