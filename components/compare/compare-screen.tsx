'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import type { ComparedQuestions, FlowToCompare } from '@/lib/compare/compared'
import { comparePath, type CompareView, parseCompareLink } from '@/lib/compare/link'
import { EmptyMessage } from '../ui/empty-message'
import { useOpened } from '../ui/use-loaded'
import { ByQuestion } from './by-question'
import { candidateCount } from './candidate-count'
import { CompareHeader } from './compare-header'
import { LeftOutQuestions } from './left-out-questions'
import { MatrixView } from './matrix-view'
import { RatingsProvider } from './ratings-context'
import { type Drawn, useComparedQuestions, useKeepDrawn } from './use-compared'
import { useDropGone } from './use-drop-gone'
import { useFinalists } from './use-finalists'
import { ViewChoice } from './view-choice'

const load = () => import('./side/side-view').then(({ SideView }) => SideView)

type Props = {
  flows: FlowToCompare[]
  questions: ComparedQuestions
  drawn: Drawn
  may: { hideNames: boolean; writeScale: boolean }
}

/** Question first: a flow, one of its questions, and what everybody said to it. */
export function CompareScreen({ flows, questions: rendered, drawn, may }: Props) {
  const router = useRouter()
  const { flow } = rendered
  const search = useSearchParams()
  const address = { ...parseCompareLink(new URLSearchParams(search)), flow: flow.id }
  const { ids, choose: pick } = useFinalists(address)
  const link = { ...address, ids }
  const { questions: compared, reload } = useComparedQuestions(flow.id, rendered)
  const [SideView] = useOpened(load, link.view === 'side', () =>
    window.history.replaceState(null, '', comparePath({ ...link, view: 'question' })),
  )
  useKeepDrawn(flow.id, drawn)
  useDropGone(flow)
  const { questions } = compared
  const chosen = questions.find(({ key }) => key === (link.q ?? drawn.answers?.question.key)) ?? questions[0]
  const ratable = questions.reduce((sum, { answered }) => sum + answered, 0)
  const choose = (q: string) => window.history.pushState(null, '', comparePath({ ...link, q }))
  return (
    <RatingsProvider key={flow.id} flowId={flow.id}>
      <div className={`flex min-h-0 flex-col lg:h-full ${HEIGHTS[link.view]}`}>
        <CompareHeader
          flows={flows}
          chosen={flow.id}
          onChoose={(id) => router.push(comparePath({ ...link, flow: id, q: null, ids: [] }))}
        >
          <ViewChoice link={link} />
          <p
            className={`ml-auto text-xs text-muted numeric ${compared.withoutTranscript === 0 ? 'max-sm:hidden' : ''}`}
          >
            {candidateCount(compared)}
          </p>
        </CompareHeader>
        {compared.leftOut > 0 && <LeftOutQuestions count={compared.leftOut} questions={questions} />}
        {chosen && link.view === 'matrix' ? (
          <MatrixView
            flow={compared.flow}
            ratable={ratable}
            rendered={drawn.matrix}
            mayHide={may.hideNames}
            picked={ids}
            onPick={pick}
            onChanged={() => void reload()}
          />
        ) : chosen && link.view === 'side' ? (
          SideView && (
            <SideView
              flow={compared.flow}
              ratable={ratable}
              ids={ids}
              mayHide={may.hideNames}
              onChoose={pick}
              onChanged={() => void reload()}
            />
          )
        ) : chosen ? (
          <ByQuestion
            flow={compared.flow}
            ratable={ratable}
            questions={questions}
            chosen={chosen}
            rendered={drawn.answers}
            may={may}
            onChoose={choose}
            onChanged={() => void reload()}
          />
        ) : (
          <EmptyMessage title="Nothing to compare" text="This flow has no questions, and nobody was asked one." />
        )}
      </div>
    </RatingsProvider>
  )
}

/** On a phone a table scrolls in what the tab bar leaves of the window; where that is too low, with the page. */
const HEIGHTS: Record<CompareView, string> = {
  question: '',
  matrix: 'h-[calc(100dvh-3.5rem)] max-lg:low:h-auto print:h-auto!',
  side: 'h-[calc(100dvh-3.5rem)] print:h-auto!',
}
