import { Square, SquareCheck } from './icons'
import type { ComponentProps } from 'react'
import { Button } from './button'

type Props = Omit<ComponentProps<typeof Button>, 'look' | 'size' | 'aria-pressed'> & { isOn: boolean }

/** A quiet button that is on or off, and shows it by a tick: not everybody sees colours. */
export function Toggle({ isOn, children, ...props }: Props) {
  const Mark = isOn ? SquareCheck : Square
  return (
    <Button look="quiet" size="small" aria-pressed={isOn} {...props}>
      <Mark size={14} aria-hidden="true" className={isOn ? 'text-accent' : 'text-faint'} />
      {children}
    </Button>
  )
}
