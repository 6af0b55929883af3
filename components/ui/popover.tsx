import { useEffect } from 'react'
import type { PopoverProps } from './popover-props'
import { useLoaded } from './use-loaded'

const load = () => import('./loaded-popover').then(({ LoadedPopover }) => LoadedPopover)

/** Takes the focus and gives it back. Its script comes when it is first opened. */
export function Popover(props: PopoverProps) {
  const { open } = props
  const [Loaded, ask] = useLoaded(load)
  const isAsked = open && Loaded === null
  useEffect(() => {
    if (isAsked) ask()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- It is asked for once each time it is opened.
  }, [isAsked])
  return Loaded && open && <Loaded {...props} />
}
