import { beginningOf } from '@/lib/text/legible'
import { howMany } from '../how-many'

/** UTF-16 units: more than a page of print has, and no burden to lay out. */
const LONGEST_SHOWN = 64_000

type Props = { text: string; name: string }

/** What stands where a text's Markdown cannot be drawn: that it is so, and all that was written. */
export function AsWritten({ text, name }: Props) {
  const shown = beginningOf(text, LONGEST_SHOWN)
  const missing = text.length - shown.length
  return (
    <>
      <p className="mb-1 text-xs text-muted">
        {name} is shown as it was written, since its formatting is longer or more nested than can be drawn.
      </p>
      <div
        role="region"
        aria-label={`${name}, as it was written`}
        tabIndex={0}
        dir="auto"
        className="max-h-72 overflow-y-auto border-s-2 border-line ps-3 whitespace-pre-line print:max-h-none"
      >
        {shown}
      </div>
      {missing > 0 && (
        <p className="mt-1 text-xs text-muted">
          {howMany(missing, 'more character is', 'more characters are')} not shown.
        </p>
      )}
    </>
  )
}
