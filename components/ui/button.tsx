import type { ComponentProps } from 'react'
import { mergeClasses } from './merge-classes'

const LOOKS = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-strong forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none',
  secondary: 'border border-edge bg-raised text-ink hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
} as const

/** A finger needs 44 pixels, whatever the size. */
const SIZES = {
  regular: 'h-9 px-3.5 pointer-coarse:h-11 pointer-coarse:min-w-11',
  small: 'h-7 px-2 pointer-coarse:h-11 pointer-coarse:min-w-11',
} as const

type Props = ComponentProps<'button'> & { look?: keyof typeof LOOKS; size?: keyof typeof SIZES }

/** What `className` says of the same stands instead of its own look. */
export function Button({ look = 'secondary', size = 'regular', type = 'button', className, ...rest }: Props) {
  return <button type={type} className={mergeClasses(buttonClass(look, size), className)} {...rest} />
}

/** For a link that looks like a button. */
export function buttonClass(look: keyof typeof LOOKS, size: keyof typeof SIZES): string {
  return `button ${LOOKS[look]} ${SIZES[size]}`
}
