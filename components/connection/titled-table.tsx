import type { ReactNode } from 'react'

type Column = { name: string; width?: string }
type Props = { title: string; columns: Column[]; footer?: string | null; children: ReactNode }

/** A small table of facts; its rows are what it is given. */
export function TitledTable({ title, columns, footer, children }: Props) {
  return (
    <table className="mt-4 w-full table-fixed text-sm">
      <caption className="pb-1 text-left text-2xs font-medium text-muted">{title}</caption>
      <thead className="border-y border-line text-left text-2xs text-muted">
        <tr>
          {columns.map(({ name, width = '' }) => (
            <th key={name} scope="col" className={`py-2 font-medium ${width}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
      {footer && (
        <tfoot>
          <tr>
            <td colSpan={columns.length} className="py-2 text-muted">
              {footer}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
