import { LONGEST_CORRECTION } from '@/lib/corrections/longest'
import { formatMoment, type Moment } from '@/lib/transcript/moment'
import { wordsIn } from '@/lib/text/fold'
import { formatDuration } from '../duration'
import type { DrawnSegments } from './drawn-segments'
import { originalText, rangeOfOriginal, type Stretch, offsetInOriginal } from './segment-text'
import { segmentIndexOf } from './text-position'
import type { WordIndex } from './word-index'

/** What is selected of a segment; offsets are in Ribbon's text, of which `original` is what they mean; `text` is as it is shown. */
export type PassagePart = Stretch & { segment: number; text: string; original: string }

/** A selected piece of the transcript, part by part; null times where its words have none, in seconds. */
export type Passage = { parts: [PassagePart, ...PassagePart[]]; start: number | null; end: number | null }

/** Null when nothing that is said is selected. */
export function selectedPassage(segments: DrawnSegments, index: WordIndex | null): Passage | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!segments.area.current?.contains(range.commonAncestorContainer)) return null

  const first = segmentOf(range.startContainer) ?? 0
  const last = segmentOf(range.endContainer) ?? first
  const [part, ...others] = Array.from({ length: last - first + 1 }, (_, offset) =>
    partOf(segments, first + offset, range),
  ).filter((part) => part !== null)
  return part ? { parts: [part, ...others], ...timesOf([part, ...others], index) } : null
}

/** What of it can be corrected: the words of one segment, and no more of them than are stored; null for others. */
export function correctablePart({ parts: [part, ...others] }: Passage): PassagePart | null {
  return others.length === 0 && part.original.length <= LONGEST_CORRECTION ? part : null
}

/** As it is pasted into a message: the words, who said them and when, and a link that plays them. */
export function quoteOf({ parts, start, end }: Passage, speakerOf: (segment: number) => string): string {
  const [first] = parts
  const when = start === null ? '' : formatDuration(start)
  const link = linkTo(start === null ? null : { start, end })
  if (parts.some(({ segment }) => speakerOf(segment) !== speakerOf(first.segment))) {
    const lines = withGaps(parts, ({ segment, text }) => `${speakerOf(segment)}: “${text}”`)
    return [...lines, ...(when ? [`— ${when}`] : []), link].join('\n')
  }
  const text = withGaps(parts, (part) => part.text).join(' ')
  return `“${text}”\n— ${[speakerOf(first.segment), when].filter(Boolean).join(', ')}\n${link}`
}

/** A segment that is left out, since it has no words or could not be drawn, is not passed over in silence. */
function withGaps(parts: PassagePart[], write: (part: PassagePart) => string): string[] {
  return parts.flatMap((part, index) => {
    const before = parts[index - 1]
    return before && part.segment > before.segment + 1 ? ['[…]', write(part)] : [write(part)]
  })
}

/** This page at this moment, and neither at the note nor in the queue that it was opened from; null is as it is. */
export function linkTo(moment: Moment | null): string {
  const url = new URL(window.location.href)
  url.hash = ''
  url.searchParams.delete('queue')
  if (moment) url.searchParams.set('t', formatMoment(moment))
  return url.href
}

function segmentOf(node: Node): number | null {
  return segmentIndexOf(node instanceof Element ? node : node.parentElement)
}

/** Whole words, and without the space around them. */
function partOf(segments: DrawnSegments, segment: number, range: Range): PassagePart | null {
  const said = segments.said(segment)
  if (!said || !range.intersectsNode(said)) return null
  const { startContainer, startOffset, endContainer, endOffset } = range
  const begin = said.contains(startContainer) ? { node: startContainer, offset: startOffset } : null
  const finish = { node: said.contains(endContainer) ? endContainer : said, offset: endOffset }
  const [from, to] = [begin ? offsetInOriginal(said, begin) : 0, offsetInOriginal(said, finish, 'end')]

  const original = originalText(said)
  const words = wordsIn(original).filter((word) => word.from < to && word.to > from)
  const [first, last] = [words.at(0), words.at(-1)]
  if (!first || !last) return null
  const start = Math.min(first.from, to - original.slice(from, to).trimStart().length)
  const end = Math.max(last.to, from + original.slice(from, to).trimEnd().length)
  const text = rangeOfOriginal(said, { from: start, to: end })?.toString() ?? ''
  return { segment, from: start, to: end, text, original: original.slice(start, end) }
}

function timesOf(parts: PassagePart[], index: WordIndex | null): { start: number | null; end: number | null } {
  const words = parts.flatMap(({ segment, from, to }) =>
    (index?.wordsOfSegment(segment) ?? []).filter((word) => word.from < to && word.to > from),
  )
  if (words.length === 0) return { start: null, end: null }
  return {
    start: words.reduce((first, { start }) => Math.min(first, start), Infinity),
    end: words.reduce((last, { end }) => Math.max(last, end), -Infinity),
  }
}
