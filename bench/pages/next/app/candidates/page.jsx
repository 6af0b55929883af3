import Link from 'next/link'
import { clock, day, listRows } from '../../rows.mjs'
import { pool } from '../pool'

export const dynamic = 'force-dynamic'

/** The list as it is written when nobody thinks of what it costs. */
export default async function List() {
  const rows = await listRows(pool)
  return (
    <table>
      <tbody>
        {rows.map(({ id, name, email, flow, state, score, talk, duration, seen, status, notes, votes }) => (
          <tr key={id}>
            <td>
              <Link href={`/candidates/${encodeURIComponent(id)}`} prefetch={false}>
                {name}
              </Link>
              <span>{email}</span>
            </td>
            <td>{flow ?? '–'}</td>
            <td>{state}</td>
            <td>{score ?? '–'}</td>
            <td>
              {Object.entries(votes).map(([vote, times]) => (
                <span key={vote}>
                  {times} {vote}
                </span>
              ))}
            </td>
            <td>{clock(talk)}</td>
            <td>{clock(duration)}</td>
            <td>{notes || null}</td>
            <td>{status}</td>
            <td>{day(seen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
