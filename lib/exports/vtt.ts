import { timeCode } from './time-code'
import type { Subtitle } from './subtitles'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** WebVTT (W3C), each line in its speaker's voice. */
export function vttOf(subtitles: Subtitle[]): string {
  const cues = subtitles.map(({ start, end, lines }) => {
    const said = lines.map(({ speaker, text }) => `<v ${escaped(speaker)}>${escaped(text)}</v>`)
    return [`${timeCode(start, '.')} --> ${timeCode(end, '.')}`, ...said].join('\n')
  })
  return `${['WEBVTT', ...cues].join('\n\n')}\n`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => ESCAPES[character] ?? '')
}
