import { Client } from 'pg'
import type { Findings } from './findings'

type Span = { start: number; end: number }
type Written = { id: string; interviewId: string; email: string; text: string; isAcknowledged: boolean }
type Kept = Span & { interviewId: string; email: string }

/** What members wrote, and which of it they were told is stored. */
export class Ledger {
  readonly notes: Written[] = []
  readonly corrections: Written[] = []
  readonly heard: Kept[] = []
  readonly read: Kept[] = []
  /** The segments that somebody has corrected or tried to. */
  readonly corrected = new Set<string>()

  get size(): number {
    const written = [...this.notes, ...this.corrections].filter(({ isAcknowledged }) => isAcknowledged)
    return written.length + this.heard.length + this.read.length
  }
}

const STORED = {
  notes: `SELECT w.id, w.interview_id AS "interviewId", w.body AS text, m.email
    FROM notes w JOIN members m ON m.id = w.author_id WHERE w.deleted_at IS NULL`,
  corrections: `SELECT w.id, w.interview_id AS "interviewId", w.replacement AS text, m.email
    FROM corrections w JOIN members m ON m.id = w.author_id WHERE w.withdrawn_at IS NULL`,
  progress: `SELECT p.interview_id AS "interviewId", m.email, p.spans AS heard, p.read
    FROM listening_progress p JOIN members m ON m.id = p.member_id`,
}

/** Holds what is stored against what was acknowledged before: nothing is lost, doubled, changed or somebody else's. */
export async function checkLedger(ledger: Ledger, databaseUrl: string, findings: Findings): Promise<void> {
  const [notes, corrections] = [acknowledged(ledger.notes), acknowledged(ledger.corrections)]
  const [heard, read] = [[...ledger.heard], [...ledger.read]]
  const client = new Client(databaseUrl)
  client.on('error', () => {})
  await client.connect()
  try {
    const stored = await client.query<Written>(STORED.notes)
    compare('note', { acknowledged: notes, all: ledger.notes, stored: stored.rows }, findings)
    const corrected = await client.query<Written>(STORED.corrections)
    compare('correction', { acknowledged: corrections, all: ledger.corrections, stored: corrected.rows }, findings)
    const { rows: progress } = await client.query<Progress>(STORED.progress)
    compareSpans('heard', { acknowledged: heard, progress }, findings)
    compareSpans('read', { acknowledged: read, progress }, findings)
  } finally {
    await client.end()
  }
}

function acknowledged(written: Written[]): Written[] {
  return written.filter(({ isAcknowledged }) => isAcknowledged)
}

type Compared = { acknowledged: Written[]; all: Written[]; stored: Written[] }

/** Each text is written once, so that one that is there twice was doubled. */
function compare(noun: string, { acknowledged, all, stored }: Compared, findings: Findings) {
  const byId = new Map(stored.map((row) => [row.id, row]))
  for (const written of acknowledged) {
    const row = byId.get(written.id)
    if (!row) findings.report(`A ${noun} was lost`, `: ${JSON.stringify(written)}`)
  }
  const asWritten = new Map(all.map((written) => [written.id, written]))
  for (const row of stored) {
    const written = asWritten.get(row.id)
    if (!written) findings.report(`A ${noun} is there that nobody wrote`, `: ${JSON.stringify(row)}`)
    else if (written.email !== row.email) findings.report(`A ${noun} is under another author`, `: ${row.email}`)
    else if (written.text !== row.text || written.interviewId !== row.interviewId)
      findings.report(`A ${noun} was changed`, `: ${JSON.stringify({ written, row })}`)
  }
  if (new Set(stored.map(({ text }) => text)).size < stored.length) findings.report(`A ${noun} was doubled`)
}

type Progress = { interviewId: string; email: string; heard: Span[]; read: Span[] }
type Told = { acknowledged: Kept[]; progress: Progress[] }

function compareSpans(how: 'heard' | 'read', { acknowledged, progress }: Told, findings: Findings) {
  for (const { interviewId, email, start, end } of acknowledged) {
    const row = progress.find((one) => one.interviewId === interviewId && one.email === email)
    const isThere = row?.[how].some((span) => span.start <= start && span.end >= end)
    if (!isThere) findings.report(`What was ${how} was lost`, `: ${JSON.stringify({ email, interviewId, start, end })}`)
  }
}
