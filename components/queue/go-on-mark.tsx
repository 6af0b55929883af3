import { useShortcutsOff } from '../shortcuts-setting'
import type { GoOn } from './go-on'

/** `goOn` is null for a row that only opens itself. */
type Props = { goOn: GoOn | null }

/** At the end of a row: whether going on with the queue leads to it, and whether Enter does, which opens the row that has the focus before all. */
export function GoOnMark({ goOn }: Props) {
  const off = useShortcutsOff()
  return (
    <span
      className={`flex shrink-0 items-center justify-end gap-1.5 text-xs text-accent lg:min-w-14 ${goOn ? '' : 'max-lg:hidden'}`}
    >
      {goOn && (
        <span>
          {goOn.label}
          <span className="sr-only"> here</span>
        </span>
      )}
      <span
        aria-hidden="true"
        className={`invisible w-3 group-focus-visible:visible max-lg:hidden ${goOn && !off ? ENTER_GOES_ON : ''}`}
      >
        ↵
      </span>
    </span>
  )
}

const ENTER_GOES_ON = 'group-not-has-[[data-row]:focus-visible]/queue:visible'
