import { timeCode } from './time-code'
import type { Subtitle } from './subtitles'

/** SubRip: numbered from 1, each line after its speaker's name. */
export function srtOf(subtitles: Subtitle[]): string {
  const blocks = subtitles.map(({ start, end, lines }, index) =>
    [
      String(index + 1),
      `${timeCode(start, ',')} --> ${timeCode(end, ',')}`,
      ...lines.map(({ speaker, text }) => inert(`${speaker}: ${text}`)),
    ].join('\r\n'),
  )
  return `${blocks.join('\r\n\r\n')}\r\n`
}

/** The format has no way to write what players take for markup, so a blank keeps it from being any. */
function inert(text: string): string {
  return text
    .replaceAll('-->', '→')
    .replaceAll(/<(?=[a-z/])/gi, '< ')
    .replaceAll('{\\', '{ \\')
}
