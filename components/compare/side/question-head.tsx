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

/** A question above everybody's answers to it. */
export function QuestionHead({ question: { text, anchors, scripted }, number, finalists, row, children }: Props) {
  const [isWhole, setWhole] = useState(false)
  const isLong = finalists.some(({ answers }) => answers[row] && isLongToRead(saidTo(answers[row])))
  const steps = anchors ? stepsOf(anchors) : []
  return (
    <tbody>
      <BandHead columns={finalists.length}>
        <div className="flex items-start gap-3">
          <h2 dir="auto" className="min-w-0 flex-1 font-semibold wrap-anywhere">
            <span className="mr-2 font-normal text-faint numeric">{number}</span>
            {text}
            {!scripted && <span className="ml-2 text-xs font-normal text-muted">no longer in the script</span>}
          </h2>
          {isLong && (
            <Button
              look="quiet"
              size="small"
              className="-my-1 shrink-0 text-xs print:hidden"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? 'Shorter' : 'Read all'}
            </Button>
          )}
        </div>
        {steps.length > 0 && (
          <p className="mt-0.5 flex flex-wrap gap-x-4 text-xs text-muted">
            {steps.map(([step, meaning]) => (
              <span key={step} dir="auto" className="min-w-0 wrap-anywhere">
                <b className="mr-1 font-semibold text-ink numeric">{step}</b>
                {meaning}
              </span>
            ))}
          </p>
        )}
      </BandHead>
      <tr>{children(isWhole || !isLong)}</tr>
    </tbody>
  )
}
