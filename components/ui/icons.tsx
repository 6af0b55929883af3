import type { HTMLAttributes, ReactNode } from 'react'

/** In pixels, each in the words of Tailwind, which looks for them here. */
const SIZES = {
  9: 'size-2.25',
  10: 'size-2.5',
  12: 'size-3',
  13: 'size-3.25',
  14: 'size-3.5',
  15: 'size-3.75',
  16: 'size-4',
  18: 'size-4.5',
  20: 'size-5',
  '1em': 'size-[1em]',
} as const

type Props = HTMLAttributes<HTMLElement> & { size?: keyof typeof SIZES }

export type Icon = (props: Props) => ReactNode

/** One element without content, which nothing reads out unless it is given a role and a name; `npm run icons` draws what is named here. */
function icon(name: string): Icon {
  return function Icon({ size = 16, className, ...attributes }) {
    const look = `icon icon-${name} ${SIZES[size]}`
    return <i className={className ? `${look} ${className}` : look} {...attributes} />
  }
}

export const ArrowDown = icon('arrow-down')
export const ArrowUp = icon('arrow-up')
export const Ban = icon('ban')
export const BookOpen = icon('book-open')
export const Check = icon('check')
export const CheckBold = icon('check-bold')
export const ChevronDown = icon('chevron-down')
export const ChevronLeft = icon('chevron-left')
export const ChevronRight = icon('chevron-right')
export const ChevronUp = icon('chevron-up')
export const ChevronsUpDown = icon('chevrons-up-down')
export const CircleAlert = icon('circle-alert')
export const CircleCheck = icon('circle-check')
export const Columns3 = icon('columns-3-thin')
export const Copy = icon('copy')
export const Download = icon('download')
export const Ellipsis = icon('ellipsis')
export const Eye = icon('eye')
export const EyeOff = icon('eye-off')
export const Headphones = icon('headphones')
export const KeyRound = icon('key-round')
export const Link2 = icon('link-2')
export const ListTodo = icon('list-todo-thin')
export const LoaderCircle = icon('loader-circle')
export const MenuLines = icon('menu-thin')
export const MessageSquare = icon('message-square')
export const Pause = icon('pause')
export const Pencil = icon('pencil')
export const PictureInPicture2 = icon('picture-in-picture-2')
export const Play = icon('play')
export const PlaySolid = icon('play-solid')
export const Plus = icon('plus')
export const Printer = icon('printer')
export const QuoteMarks = icon('quote')
export const RotateCcw = icon('rotate-ccw')
export const RotateCw = icon('rotate-cw')
export const Search = icon('search')
export const SearchThin = icon('search-thin')
export const Settings = icon('settings-thin')
export const Square = icon('square')
export const SquareCheck = icon('square-check')
export const TriangleAlert = icon('triangle-alert')
export const UserPlus = icon('user-plus')
export const UserRound = icon('user-round-thin')
export const Users = icon('users-thin')
export const X = icon('x')
