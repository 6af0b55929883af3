import { useLoaded } from '../ui/use-loaded'

const load = () => import('./note-body').then(({ NoteBody }) => NoteBody)

/** As it was typed until the script that draws it is there. */
export function NoteText({ body }: { body: string }) {
  const [NoteBody] = useLoaded(load, true)
  if (NoteBody) return <NoteBody body={body} />
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {body}
    </p>
  )
}
