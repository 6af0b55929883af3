import type { PopoverProps } from './popover-props'
import { useLoaded } from '../use-loaded'

const load = () => import('./loaded-popover').then(({ LoadedPopover }) => LoadedPopover)

/** Takes the focus and gives it back. Its script comes when it is first opened. */
export function Popover(props: PopoverProps) {
  const { open } = props
  const [Loaded] = useLoaded(load, open)
  return Loaded && open && <Loaded {...props} />
}
