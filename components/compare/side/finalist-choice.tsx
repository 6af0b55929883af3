import { ChevronDown } from '../../ui/icons'
import useSWR from 'swr'
import { MOST_FINALISTS } from '@/lib/compare/link'
import type { Names } from '@/lib/compare/compared'
import type { Matrix } from '@/lib/compare/matrix'
import { ListFailure } from '../../candidates/list-failure'
import { fetchJson } from '../../fetch-json'
import { swrKeys } from '../../swr-keys'
import { buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'
import { comparedLabel } from '../answer-label'
import { useNamesThatCome } from '../use-compared'

type Props = { flowId: string; names: Names; chosen: string[]; onChoose: (ids: string[]) => void }

/** Who stands side by side: up to six of all that are compared. */
export function FinalistChoice({ flowId, names, chosen, onChoose }: Props) {
  const { data, error, mutate } = useSWR<Matrix, Error>(swrKeys.matrix(flowId), fetchJson, { revalidateOnFocus: false })
  useNamesThatCome(names, data?.flow.names, mutate)
  const isFull = chosen.length >= MOST_FINALISTS
  // There is nobody to choose from.
  if (error && !data) return <ListFailure reason={error.message} onRetry={() => void mutate()} />
  return (
    <Menu
      className={buttonClass('secondary', 'small')}
      kind="many"
      disabled={!data}
      choices={(data?.rows ?? []).map(({ interview, candidate, cells }) => {
        const isChosen = chosen.includes(interview)
        const rated = Object.values(cells).filter(({ rating }) => rating !== null).length
        return {
          key: interview,
          label: comparedLabel(candidate),
          detail: isFull && !isChosen ? 'six at most' : rated > 0 ? `${rated} rated` : undefined,
          isChosen,
          choose: () => {
            if (isChosen) onChoose(chosen.filter((id) => id !== interview))
            else if (!isFull) onChoose([...chosen, interview])
          },
        }
      })}
    >
      Choose candidates
      <ChevronDown size={14} className="shrink-0" />
    </Menu>
  )
}
