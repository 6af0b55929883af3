import type { ComponentType } from 'react'
import type { Finalist } from '@/lib/compare/side-by-side'
import { BandHead } from './band-head'

type Props = { title: string; finalists: Finalist[]; Cell: ComponentType<Finalist> }

/** One thing that is known of each finalist. */
export function SideGroup({ title, finalists, Cell }: Props) {
  return (
    <tbody>
      <BandHead columns={finalists.length}>
        <h2 className="font-semibold">{title}</h2>
      </BandHead>
      <tr>
        {finalists.map((finalist) => (
          <td
            key={finalist.interview}
            className="border-r border-b border-line px-4 py-3 align-top last:border-r-0 lg:first:pl-6"
          >
            <Cell {...finalist} />
          </td>
        ))}
      </tr>
    </tbody>
  )
}
