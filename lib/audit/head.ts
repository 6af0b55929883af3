/** How far the chain had come: so many events, the last one's number, its hash in hexadecimal. */
export type Head = { size: number; seq: number; hash: string }

const LINE = /^debrief-audit-1 (\d{1,15}) (\d{1,15}) ([0-9a-f]{64})$/gm

/** The line to keep where nobody can change it who can change the database. */
export function writeHead({ size, seq, hash }: Head): string {
  return `debrief-audit-1 ${size} ${seq} ${hash}`
}

/** The last such line of a text; null where there is none. */
export function readHead(text: string): Head | null {
  const [, size, seq, hash = ''] = [...text.matchAll(LINE)].at(-1) ?? []
  return hash ? { size: Number(size), seq: Number(seq), hash } : null
}
