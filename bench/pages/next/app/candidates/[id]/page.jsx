import { notFound } from 'next/navigation'
import { candidateRow, clock, day } from '../../../rows.mjs'
import { pool } from '../../pool'

/** A candidate as it is written when nobody thinks of what it costs. */
export default async function Candidate({ params }) {
  const row = await candidateRow(pool, decodeURIComponent((await params).id))
  if (!row) notFound()
  const { name, email, flow, score, scores, duration, seen, summary, segments, votes } = row
  return (
    <main>
      <h1>{name}</h1>
      <p>
        {email ?? '–'} · {flow ?? '–'} · {clock(duration)} · {day(seen)}
      </p>
      <dl>
        <dt>Score</dt>
        <dd>{score ?? '–'}</dd>
        {Object.entries(scores).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <p>{summary ?? '–'}</p>
      <ul>
        {votes.map(({ vote, reason, by }) => (
          <li key={by}>
            {by}: {vote} {reason}
          </li>
        ))}
      </ul>
      <ol>
        {segments.map(({ start, speaker, text }, index) => (
          <li key={index}>
            <span>{clock(start)}</span>
            <b>{speaker}</b>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </main>
  )
}
