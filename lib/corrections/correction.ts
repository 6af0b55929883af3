import { z } from 'zod'
import type { Author } from '../members/member'
import { selectedText, typedText } from '../text/typed-text'
import { LONGEST_CORRECTION } from './longest'

const offset = z.number().int().min(0).max(10_000_000)

/** What was misheard and what was said; offsets are UTF-16 units in the segment as Ribbon sent it. */
export const correctionDraft = z
  .object({
    segment: offset,
    from: offset,
    to: offset,
    original: selectedText.min(1).max(LONGEST_CORRECTION),
    replacement: typedText.min(1, 'Write what was said.').max(LONGEST_CORRECTION, 'That is too long for a correction.'),
  })
  .refine(({ from, to, original }) => to - from === original.length, 'The words and their place do not fit together.')
export type CorrectionDraft = z.infer<typeof correctionDraft>

/** `createdAt` is ISO 8601; `author` is null while its reader may not know what colleagues think. */
export type Correction = CorrectionDraft & { id: string; author: Author | null; createdAt: string }
