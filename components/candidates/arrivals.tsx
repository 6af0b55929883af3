import { ArrowUp } from '../ui/icons'

type Props = { count: number; missed: boolean; onShow: () => void }

/** Says what the list holds by now; it changes only when the reader wants it to. */
export function Arrivals({ count, missed, onShow }: Props) {
  const many = missed ? '+' : ''
  const words = count > 0 ? `${count}${many} new` : 'List has changed'
  return (
    <span role="status">
      {(count > 0 || missed) && (
        <button
          type="button"
          onClick={onShow}
          className="inline-flex h-6 items-center gap-1 rounded-full bg-accent-soft px-2.5 text-xs font-medium text-accent-strong transition-colors hover:bg-hover"
        >
          <ArrowUp size={12} />
          {words}
        </button>
      )}
    </span>
  )
}
