import { useState, type ReactNode } from 'react'
import type { Finalist, QuestionWithScale } from '@/lib/compare/side-by-side'
import { Button } from '../../ui/button'
import { stepsOf } from '../scale-steps'
import { BandHead } from './band-head'
import { isLongToRead, saidTo } from './said-to'

type Props = {
  question: QuestionWithScale
  number: number
  finalists: Finalist[]
  row: number
  /** The answers; whole, or only how they begin. */
  children: (isWhole: boolean) => ReactNode
}

/** Characters of a question that fit above its answers on a phone. */
const IN_TWO_LINES = 66

/** A question above everybody's answers to it; those that keep their place are of one height, so that none looks out from behind another. */
export function QuestionHead({ question: { text, anchors, scripted }, number, finalists, row, children }: Props) {
  const [isWhole, setWhole] = useState(false)
  const isLong = finalists.some(({ answers }) => answers[row] && isLongToRead(saidTo(answers[row])))
  const isLongAsked = text.length > IN_TWO_LINES
  const steps = anchors ? stepsOf(anchors) : []
  return (
    <tbody>
      <BandHead columns={finalists.length} isKept={!isWhole}>
        <div className={`flex items-start gap-3 ${isWhole ? '' : 'max-lg:h-10 print:h-auto'}`}>
          <h2
            dir="auto"
            className={`min-w-0 flex-1 font-semibold wrap-anywhere ${isWhole ? '' : 'max-lg:line-clamp-2 print:line-clamp-none'}`}
          >
            <span className="mr-2 font-normal text-faint numeric">{number}</span>
            {text}
            {!scripted && <span className="ml-2 text-xs font-normal text-muted">no longer in the script</span>}
          </h2>
          {(isLong || isLongAsked) && (
            <Button
              look="quiet"
              size="small"
              className={`-my-1 shrink-0 text-xs print:hidden ${isLong ? '' : 'lg:hidden'}`}
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? 'Shorter' : 'Read all'}
            </Button>
          )}
        </div>
      </BandHead>
      {steps.length > 0 && (
        <tr className="break-after-avoid">
          <td colSpan={finalists.length} className="border-b border-line p-0">
            <p className="sticky left-0 flex w-[100cqw] flex-wrap gap-x-4 px-4 py-2 text-xs text-muted lg:px-6 print:static print:w-auto">
              {steps.map(([step, meaning]) => (
                <span key={step} dir="auto" className="min-w-0 wrap-anywhere">
                  <b className="mr-1 font-semibold text-ink numeric">{step}</b>
                  {meaning}
                </span>
              ))}
            </p>
          </td>
        </tr>
      )}
      <tr>{children(isWhole || !isLong)}</tr>
    </tbody>
  )
}
