import { ErrorBoundary } from '../error-boundary'
import { useLoaded } from '../ui/use-loaded'

const load = () => import('./note-body').then(({ NoteBody }) => NoteBody)

/** As it was typed until the script that draws it is there. */
export function NoteText({ body }: { body: string }) {
  const [NoteBody] = useLoaded(load, true)
  if (NoteBody) {
    return (
      // Another one for another text, so that one that is mended is drawn.
      <ErrorBoundary key={body} name="This note">
        <NoteBody body={body} />
      </ErrorBoundary>
    )
  }
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {body}
    </p>
  )
}
