import type { ReactNode } from 'react'

/** Across all columns, and in sight whichever of them is. */
export function BandHead({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="break-after-avoid">
      <th scope="rowgroup" colSpan={columns} className="border-b border-line bg-rail p-0 text-left font-normal">
        <div className="sticky left-0 w-[100cqw] px-4 py-2 lg:px-6 print:static print:w-auto">{children}</div>
      </th>
    </tr>
  )
}
