import { ChevronDown } from '../ui/icons'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import type { MatrixSort } from './matrix-order'

const WORDS: Record<MatrixSort['by'], string> = { seconds: 'Length', rating: 'My rating' }

type Props = { by: MatrixSort['by']; onChoose: (by: MatrixSort['by']) => void }

/** What the columns of the matrix sort by. */
export function SortByMenu({ by, onChoose }: Props) {
  const choices = (['seconds', 'rating'] as const).map((key) => ({
    ...{ key, label: WORDS[key], isChosen: key === by },
    choose: () => onChoose(key),
  }))
  return (
    <Menu className={`-ml-2 ${buttonClass('quiet', 'small')}`} kind="one" choices={choices}>
      Columns sort by {WORDS[by].toLowerCase()}
      <ChevronDown size={13} />
    </Menu>
  )
}
