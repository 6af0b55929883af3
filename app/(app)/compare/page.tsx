import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompareScreen } from '@/components/compare/compare-screen'
import { NothingToCompare } from '@/components/compare/nothing-to-compare'
import { DrawnFor } from '@/components/drawn-for'
import { recordViewing } from '@/lib/audit/commands'
import { may, pageMay } from '@/lib/auth/viewer'
import { interviewsOfAnswers } from '@/lib/compare/alias'
import { parseCompareLink } from '@/lib/compare/link'
import { findAnswers, findQuestions, listFlowsToCompare } from '@/lib/compare/queries'
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
        <NothingToCompare />
      </DrawnFor>
    )
  }

  const questions = await findQuestions(viewer, flowId).catch(unlessUnknown)
  if (!questions) notFound()
  const asked = questions.questions.find(({ key }) => key === link.q) ?? questions.questions[0]
  const answers = asked && link.view === 'question' ? await findAnswers(viewer, { flowId, key: asked.key }) : null
  if (answers) await recordViewing(viewer, ...interviewsOfAnswers(viewer, answers.answers))
  return (
    <DrawnFor memberId={viewer.memberId}>
      <CompareScreen
        key={flowId}
        flows={flows}
        questions={questions}
        answers={answers}
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
