/** The baseline that draws with template strings alone: `node template-server.mjs`, with PORT and DATABASE_URL. */
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { candidateRow, clock, day, listRows } from './rows.mjs'

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

createServer((request, response) => void answer(request.url, response)).listen(Number(process.env.PORT), '127.0.0.1')

async function answer(url, response) {
  const [, page, id] = new URL(url, 'http://localhost').pathname.split('/')
  const row = id && (await candidateRow(pool, decodeURIComponent(id)))
  const html = row ? candidatePage(row) : page === 'candidates' && !id ? listPage(await listRows(pool)) : null
  response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
  response.end(html ?? 'There is no such page.')
}

function listPage(rows) {
  return document(
    `${rows.length} candidates`,
    `<table><tbody>${rows.map((row) => listRow(row)).join('')}</tbody></table>`,
  )
}

function listRow({ id, name, email, flow, state, score, talk, duration, seen, status, notes, votes }) {
  const counts = Object.entries(votes).map(([vote, times]) => `<span>${times} ${text(vote)}</span>`)
  return `<tr><td><a href="/candidates/${encodeURIComponent(id)}">${text(name)}</a><span>${text(email)}</span></td><td>${text(
    flow,
  )}</td><td>${text(state)}</td><td>${text(score)}</td><td>${counts.join('')}</td><td>${clock(talk)}</td><td>${clock(
    duration,
  )}</td><td>${notes || ''}</td><td>${text(status)}</td><td>${day(seen)}</td></tr>`
}

function candidatePage({ name, email, flow, score, scores, duration, seen, summary, segments, votes }) {
  return document(
    name,
    `<h1>${text(name)}</h1><p>${text(email)} · ${text(flow)} · ${clock(duration)} · ${day(seen)}</p>
    <dl><dt>Score</dt><dd>${text(score)}</dd>${Object.entries(scores)
      .map(([label, value]) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`)
      .join('')}</dl><p>${text(summary)}</p>
    <ul>${votes.map(({ vote, reason, by }) => `<li>${text(by)}: ${text(vote)} ${text(reason)}</li>`).join('')}</ul>
    <ol>${segments
      .map(
        ({ start, speaker, text: said }) =>
          `<li><span>${clock(start)}</span><b>${text(speaker)}</b><p>${text(said)}</p></li>`,
      )
      .join('')}</ol>`,
  )
}

function document(title, body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title></head><body>${body}</body></html>`
}

function text(value) {
  return String(value ?? '–').replace(/[&<>"']/g, (character) => NAMED[character])
}
