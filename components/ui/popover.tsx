import { useEffect, type ReactNode, type RefObject } from 'react'
import { useLoaded } from './use-loaded'

export type PopoverProps = {
  /** Beside which it floats, and to which the focus goes back. */
  anchor: RefObject<HTMLElement | null>
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
}

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
