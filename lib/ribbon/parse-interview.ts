import { randomUUID } from 'node:crypto'
import { fieldOf, listField } from './field'
import { scanTokens } from './scan-tokens'
import type { Tokens } from './tokens'

const WORDS = Buffer.from('"words":[')
/** Stands where words stood; nobody who writes a reply knows it. */
const MARK = randomUUID()

/**
 * What JSON.parse makes of an interview's JSON, but for the words of its utterances, which are `Tokens` where they are written as Ribbon
 * does: an object for each of thousands is most of what an interview costs. Throws a SyntaxError where it is no JSON.
 */
export function parseInterview(json: Buffer): unknown {
  const parts: Uint8Array[] = []
  const taken: Tokens[] = []
  let from = 0
  for (let at = json.indexOf(WORDS); at >= 0; at = json.indexOf(WORDS, at)) {
    const list = at + WORDS.length
    const scanned = scanTokens(json, list)
    if (scanned) {
      parts.push(json.subarray(from, list - 1), Buffer.from(`"${MARK}${taken.push(scanned.tokens) - 1}"`))
      from = scanned.to
    }
    at = scanned?.to ?? list
  }
  const frame = taken.length === 0 ? json : Buffer.concat([...parts, json.subarray(from)])
  const interview: unknown = JSON.parse(new TextDecoder().decode(frame))
  putBack(interview, taken)
  return interview
}

function putBack(interview: unknown, taken: Tokens[]) {
  if (taken.length === 0) return
  for (const utterance of listField(fieldOf(interview, 'interview_data'), 'transcript_with_timestamp')) {
    const words = fieldOf(utterance, 'words')
    if (typeof words !== 'string' || !words.startsWith(MARK)) continue
    Object.assign(utterance as object, { words: taken[Number(words.slice(MARK.length))] })
  }
}
