import { useEffect, type RefObject } from 'react'
import { exactTime } from '../../exact-time'
import { progressMeaning } from './progress-words'

/** A row's link lies over its cells: on hover it tells what the cell under the pointer would, an exact time or what is cut off. */
export function useRowTitles(list: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const area = list.current
    const tell = ({ target, clientX, clientY }: PointerEvent) => {
      if (!(target instanceof HTMLAnchorElement) || target.dataset.row === undefined) return
      const told = titleAt(document.elementsFromPoint(clientX, clientY), target)
      if (target.title !== told) target.title = told
    }
    area?.addEventListener('pointermove', tell)
    return () => area?.removeEventListener('pointermove', tell)
  }, [list])
}

function titleAt(elements: Element[], link: HTMLAnchorElement): string {
  const cell = elements.find((element) => element instanceof HTMLTableCellElement)
  const { at, progress } = cell?.dataset ?? {}
  if (at !== undefined) return exactTime(at)
  if (progress !== undefined) return progressMeaning(progress) ?? ''
  const over = elements.filter((element) => element !== link && cell?.contains(element))
  const titled = over.find((element) => element instanceof HTMLElement && element.title !== '')
  if (titled) return titled.getAttribute('title') ?? ''
  if (cell?.contains(link))
    return over.find(({ parentElement }) => parentElement === cell)?.textContent ?? link.textContent
  const isCut = cell && cell.scrollWidth > cell.clientWidth
  return (isCut ? cell.textContent : null) ?? link.textContent
}
