import type { ComponentProps } from 'react'

const LOOKS = { primary: 'button-primary', secondary: 'button-secondary', quiet: 'button-quiet' } as const
const SIZES = { regular: 'button-regular', small: 'button-small' } as const

type Props = ComponentProps<'button'> & { look?: keyof typeof LOOKS; size?: keyof typeof SIZES }

/** What `className` says of the same stands instead of its own look. */
export function Button({ look = 'secondary', size = 'regular', type = 'button', className = '', ...rest }: Props) {
  return <button type={type} className={`${buttonClass(look, size)} ${className}`} {...rest} />
}

/** For a link that looks like a button; a finger needs 44 pixels, whatever the size. */
export function buttonClass(look: keyof typeof LOOKS, size: keyof typeof SIZES): string {
  return `button ${LOOKS[look]} ${SIZES[size]} pointer-coarse:finger`
}
