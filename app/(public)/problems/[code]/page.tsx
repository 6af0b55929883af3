import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { failureMessage, failureStatus, isFailureCode } from '@/lib/errors'

export const metadata: Metadata = { title: 'What a failure means' }

/** Where the `type` of each failure leads. */
export default async function ProblemPage({ params }: PageProps<'/problems/[code]'>) {
  await connection()
  const { code } = await params
  if (!isFailureCode(code)) notFound()

  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">{failureMessage(code)}</h1>
      <p className="text-muted">
        Debrief answers so with status {failureStatus(code)} and the code <code>{code}</code>. The id of the failure
        finds its reason in the server’s log.
      </p>
    </>
  )
}
