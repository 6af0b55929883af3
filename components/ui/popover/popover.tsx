import type { PopoverProps } from './popover-props'
import { useFocusTaker } from '../use-loaded'

const load = () => import('./loaded-popover').then(({ LoadedPopover }) => LoadedPopover)

/** Takes the focus and gives it back. Its script comes when it is first opened. */
export function Popover(props: PopoverProps) {
  const { open, onOpenChange } = props
  const [Loaded] = useFocusTaker(load, open, () => onOpenChange(false))
  return Loaded && open && <Loaded {...props} />
}
