import { ChevronDown } from '../ui/icons'
import type { ReactNode } from 'react'
import type { FlowToCompare } from '@/lib/compare/compared'
import { legible } from '@/lib/text/legible'
import { TroubleLine } from '../trouble/trouble-line'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import { PAGE_HEADER } from '../ui/page-header'

type Props = { flows: FlowToCompare[]; chosen: string; onChoose: (flowId: string) => void; children: ReactNode }

/** Which flow is compared, and how. */
export function CompareHeader({ flows, chosen, onChoose, children }: Props) {
  const current = flows.find(({ id }) => id === chosen)
  return (
    <>
      <header className={`border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">Compare</h1>
        <Menu
          className={`max-w-full min-w-0 ${buttonClass('quiet', 'small')}`}
          label={`Flow: ${current ? labelOf(current) : chosen}`}
          kind="one"
          choices={flows.map((flow) => ({
            key: flow.id,
            label: labelOf(flow),
            detail: flow.interviews,
            isChosen: flow.id === chosen,
            choose: () => onChoose(flow.id),
          }))}
        >
          <span dir="auto" className="truncate text-ink">
            {current ? labelOf(current) : chosen}
          </span>
          <ChevronDown size={14} className="shrink-0" />
        </Menu>
        {children}
      </header>
      <TroubleLine />
    </>
  )
}

function labelOf({ id, title }: FlowToCompare): string {
  return legible(title) ?? id
}
