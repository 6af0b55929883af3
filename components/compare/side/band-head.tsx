import type { ReactNode } from 'react'

type Props = {
  columns: number
  /** On a narrow screen it stays above what stands below it. */
  isKept?: boolean
  children: ReactNode
}

/** Across all columns, and in sight whichever of them is. */
export function BandHead({ columns, isKept = true, children }: Props) {
  return (
    <tr className="break-after-avoid">
      <th scope="rowgroup" colSpan={columns} className={`${HEAD} ${isKept ? KEPT : ''}`}>
        <div className="sticky left-0 w-[100cqw] px-4 py-2 lg:px-6 print:static print:w-auto">{children}</div>
      </th>
    </tr>
  )
}

const HEAD = 'border-b border-line bg-rail p-0 text-left font-normal'
const KEPT = 'max-lg:sticky max-lg:top-(--finalists) max-lg:z-[9] max-lg:low:static print:static'
