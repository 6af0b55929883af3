import { PageLink } from '../ui/page-link'

/** In the place of what a link was to open. */
export function DeadLink({ sentence }: { sentence: string }) {
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">This link does not work</h1>
      <p className="mb-7 text-muted">{sentence}</p>
      <p>
        <PageLink href="/sign-in" className="underline underline-offset-2">
          Sign in
        </PageLink>
      </p>
    </>
  )
}
