import type { ComponentProps } from 'react'
import { Button } from './button'

type Props = Omit<ComponentProps<typeof Button>, 'look' | 'size' | 'aria-label'> & { label: string }

/** A small button of a picture alone; its label is its title too, unless that tells more. */
export function IconButton({ label, ...props }: Props) {
  return <Button look="quiet" size="small" aria-label={label} title={label} {...props} />
}
