/** How far the tree had come: so many events, the last one's number, and its root in hexadecimal. */
export type Head = { size: number; seq: number; root: string }
/** One that was kept; of the chain that sealed the log before the tree did, `root` is the last hash. */
export type KeptHead = Head & { of: 'tree' | 'chain' }

/** Milliseconds: every five seconds somebody seals. */
const HELD_UP_MS = 60_000

/** Milliseconds: each minute somebody keeps a head where there is another one. */
const UNKEPT_MS = 3_600_000

const LINE = /^debrief-audit-([12]) (\d{1,15}) (\d{1,15}) ([0-9a-f]{64})$/gm

/** The line to keep where nobody can change it who can change the database. */
export function writeHead({ size, seq, root }: Head): string {
  return `debrief-audit-2 ${size} ${seq} ${root}`
}

/** Every such line of a text. */
export function readHeads(text: string): KeptHead[] {
  return Array.from(text.matchAll(LINE), ([, version, size, seq, root = '']) => ({
    of: version === '1' ? 'chain' : 'tree',
    size: Number(size),
    seq: Number(seq),
    root,
  }))
}

/** Whether what was told at this instant (ISO 8601) and is not sealed yet should have been; `now` in milliseconds. */
export function isHeldUp(unsealedSince: string | null, now: number): unsealedSince is string {
  return unsealedSince !== null && now - Date.parse(unsealedSince) > HELD_UP_MS
}

/** Whether a head should have been kept since this instant (ISO 8601). One that is to come, or no time at all, was not written by us. */
export function isLeftUncovered(since: string | null, now: number): since is string {
  return since !== null && !(Math.abs(now - Date.parse(since)) <= UNKEPT_MS)
}
