import { useEffect, type RefObject } from 'react'
import { exactTime } from '../../exact-time'

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
  const time = cell?.querySelector('time')
  if (time) return (time.title = exactTime(time.dateTime))
  const titled = elements.find((element) => element !== link && element instanceof HTMLElement && element.title !== '')
  if (titled && cell?.contains(titled)) return titled.getAttribute('title') ?? ''
  const isCut = cell && cell.scrollWidth > cell.clientWidth && !cell.contains(link)
  return (isCut ? cell.textContent : null) ?? link.textContent
}
