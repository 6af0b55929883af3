import type { ReaderProgress } from '../interviews/interview'
import type { TimeSpan } from '../transcript/speech'
import { joinSpans, shareOf } from './listening-progress'

/** From so much of what the candidate says on, somebody is through: they may leave before the goodbyes. */
export const ENOUGH = 0.9

type Kept = { spans: TimeSpan[]; read: TimeSpan[] }

/**
 * How far somebody is who has heard `spans` of it and read `read`: through by ear alone, else by eye and ear together. Null for
 * nothing at all.
 */
export function progressOf(speech: TimeSpan[], { spans, read }: Kept): Exclude<ReaderProgress, 'new'> | null {
  if (spans.length + read.length === 0) return null
  if (isEnough(speech, spans)) return 'heard'
  return isEnough(speech, joinSpans([...spans, ...read])) ? 'read' : 'begun'
}

function isEnough(speech: TimeSpan[], spans: TimeSpan[]): boolean {
  return (shareOf(speech, spans) ?? 0) >= ENOUGH
}
