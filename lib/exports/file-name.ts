import { beginningOf, legible } from '../text/legible'

/** Characters; with an ending it is far from what any file system takes. */
const LONGEST = 120
/** What Windows, and a path, has another use for. */
const NOT_IN_NAMES = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu
/** What Windows takes for a device. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

/** What somebody wrote, as the name of a file on whatever system; `otherwise` where nothing of it is left. */
function fileNameOf(text: string | null, otherwise: string): string {
  const written = (legible(text) ?? '').normalize().replaceAll(NOT_IN_NAMES, ' ').replaceAll(/\s+/gu, ' ')
  const name = beginningOf(written, LONGEST).replaceAll(/^[ .~-]+|[ .]+$/gu, '')
  return name === '' || DEVICES.test(name) ? otherwise : name
}

/** Of a list as it is on this day. */
export function listFileName(ending: 'csv' | 'json', list = 'interviews'): string {
  return `${list} ${new Date().toISOString().slice(0, 10)}.${ending}`
}

export function transcriptFileName(candidate: string | null, ending: 'txt' | 'vtt' | 'srt'): string {
  return `${fileNameOf(candidate, 'Candidate')}, transcript.${ending}`
}

export function recordFileName(candidate: string | null): string {
  return `${fileNameOf(candidate, 'Candidate')}, interview.json`
}

/** The header `content-disposition` of what is to be stored under this name (RFC 6266). */
export function storedAs(fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/gu, '_')
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${ascii.replaceAll(/["\\%]/g, '_')}"; filename*=UTF-8''${encoded}`
}
