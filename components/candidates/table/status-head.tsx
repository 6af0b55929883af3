import { statusWord, type Status } from '@/lib/interviews/status'
import style from './candidate-row.module.css'

/** `count` is null until it is known. */
type Props = { status: Status; count: number | null; columns: number }

/** Of all of one status, in a list that is sorted by it. */
export function StatusHead({ status, count, columns }: Props) {
  return (
    <tbody className={style.group}>
      <tr>
        <th scope="rowgroup" colSpan={columns}>
          {statusWord(status)} <span>{count?.toLocaleString('en-US')}</span>
          {count === 0 && status === 'shortlisted' && <span>Nobody yet. Press S on a row.</span>}
        </th>
      </tr>
    </tbody>
  )
}
