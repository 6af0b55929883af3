import { GIVEN_NOTHING } from '../given-nothing'

/** Before there is a flow that its reader sees. */
export function NothingToCompare({ isGivenNothing }: { isGivenNothing: boolean }) {
  return (
    <>
      <header className="border-b border-line px-4 py-3 lg:px-6">
        <h1 className="text-xl font-semibold tracking-tight">Compare</h1>
      </header>
      <p className="px-4 py-12 text-center text-muted lg:px-6">
        {isGivenNothing
          ? `${GIVEN_NOTHING.title}. ${GIVEN_NOTHING.wayOut}`
          : 'There is nothing to compare yet. Flows and their interviews appear here once Ribbon has them.'}
      </p>
    </>
  )
}
