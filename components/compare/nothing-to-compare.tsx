import { GIVEN_NOTHING } from '../given-nothing'
import { EmptyMessage } from '../ui/empty-message'
import { PAGE_HEADER } from '../ui/page-header'

/** Before there is a flow that its reader sees. */
export function NothingToCompare({ isGivenNothing }: { isGivenNothing: boolean }) {
  return (
    <>
      <header className={`border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">Compare</h1>
      </header>
      {isGivenNothing ? (
        <EmptyMessage title={GIVEN_NOTHING.title} text={GIVEN_NOTHING.wayOut} />
      ) : (
        <EmptyMessage
          title="Nothing to compare yet"
          text="Flows and their interviews appear here once Ribbon has them."
        />
      )}
    </>
  )
}
