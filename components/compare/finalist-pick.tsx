import { MOST_FINALISTS } from '@/lib/compare/link'

type Props = { interview: string; label: string; picked: string[]; onPick: (ids: string[]) => void }

/** A candidate's name with a tick for who is to stand side by side, up to six. */
export function FinalistPick({ interview, label, picked, onPick }: Props) {
  const isPicked = picked.includes(interview)
  const isFull = !isPicked && picked.length >= MOST_FINALISTS
  return (
    <label
      className="flex h-10 items-center gap-2 pointer-coarse:h-11"
      title={isFull ? 'Six stand side by side at most' : label}
    >
      <input
        type="checkbox"
        className="shrink-0"
        checked={isPicked}
        disabled={isFull}
        onChange={() => onPick(isPicked ? picked.filter((id) => id !== interview) : [...picked, interview])}
      />
      <bdi className="min-w-0 truncate">{label}</bdi>
    </label>
  )
}
