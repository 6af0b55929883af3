import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompareScreen } from '@/components/compare/compare-screen'
import { NothingToCompare } from '@/components/compare/nothing-to-compare'
import { DrawnFor } from '@/components/drawn-for'
import { recordViewing } from '@/lib/audit/commands'
import { may, pageMay, seesNothing } from '@/lib/auth/viewer'
import { interviewsOfAnswers } from '@/lib/compare/alias'
import { parseCompareLink } from '@/lib/compare/link'
import { findAnswersInSight, findMatrix, findQuestions, listFlowsToCompare } from '@/lib/compare/queries'
import { DebriefError } from '@/lib/errors'
import { toURLSearchParams } from '@/lib/interviews/list/search-params'

export const metadata: Metadata = { title: 'Compare' }

export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const viewer = await pageMay('interview.read')
  const link = parseCompareLink(toURLSearchParams(await searchParams))
  const flows = await listFlowsToCompare(viewer)
  const flowId = link.flow ?? flows[0]?.id
  if (flowId === undefined) {
    return (
      <DrawnFor memberId={viewer.memberId}>
        <NothingToCompare isGivenNothing={seesNothing(viewer)} />
      </DrawnFor>
    )
  }

  const found = await Promise.all([
    findQuestions(viewer, flowId),
    link.view === 'matrix' ? findMatrix(viewer, flowId) : null,
  ]).catch(unlessUnknown)
  if (!found) notFound()
  const [questions, matrix] = found
  const asked = questions.questions.find(({ key }) => key === link.q) ?? questions.questions[0]
  const isByQuestion = asked && link.view === 'question'
  const answers = isByQuestion ? await findAnswersInSight(viewer, { flowId, key: asked.key }) : null
  if (answers) await recordViewing(viewer, ...interviewsOfAnswers(viewer, answers.answers))
  return (
    <DrawnFor memberId={viewer.memberId}>
      <CompareScreen
        key={flowId}
        flows={flows}
        questions={questions}
        drawn={{ answers, matrix }}
        may={{
          hideNames: questions.flow.isWhole && may(viewer, 'names.hide'),
          writeScale: questions.flow.isWhole && may(viewer, 'anchors.write'),
        }}
      />
    </DrawnFor>
  )
}

function unlessUnknown(error: unknown): null {
  if (error instanceof DebriefError && error.code === 'flow_not_found') return null
  throw error
}
