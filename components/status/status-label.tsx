import { statusWord, type Status } from '@/lib/interviews/status'
import { differsFromRibbon } from '@/lib/status/ribbon-status'
import { legible } from '@/lib/text/legible'

type Props = { status: Status; ribbonStatus: string | null; isUnsent: boolean }

/** What the team has decided so far, and what is to be said of that. */
export function StatusLabel(props: Props) {
  const { status } = props
  return (
    <>
      <span className={status === 'new' ? 'text-faint' : 'text-ink'}>{statusWord(status)}</span>
      <StatusRemark {...props} />
    </>
  )
}

/** Below a status: that it is on its way, or what Ribbon says where that is something else. */
export function StatusRemark({ status, ribbonStatus, isUnsent }: Props) {
  if (isUnsent) return <span className={`text-warn ${BELOW} appear-late`}>Not sent yet</span>
  return differsFromRibbon(status, ribbonStatus) && <RibbonStatus word={ribbonStatus} />
}

const BELOW = 'block truncate text-2xs leading-3'

function RibbonStatus({ word }: { word: string | null }) {
  const said = `Ribbon: ${(legible(word) ?? '–').replaceAll('_', ' ')}`
  return (
    <span title={said} className={`text-muted ${BELOW}`}>
      {said}
    </span>
  )
}
