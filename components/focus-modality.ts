/** Keys that move the focus from one control to the next. */
const MOVES = ['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']
/** What floats gives the focus back when it goes: how somebody got on in it says nothing of the control that opened it. */
const FLOATING = '[role=dialog], [role=menu], [role=listbox]'
const CONTROLS = 'button, a, [role=tab]'

type Page = Pick<Window, 'addEventListener' | 'removeEventListener' | 'document'>

/**
 * How the focus came to where it is. A pointer, and a page that gives the focus back, leave it on whatever was pressed last,
 * which nobody means to press with the next Space; whoever moves it there by keyboard does (WCAG 2.1.1).
 */
export class FocusModality {
  #page: Page
  #isMoving = false
  #isByKeyboard: boolean

  constructor(page: Page) {
    this.#page = page
    // A control that shows the ring was reached before anybody listened.
    this.#isByKeyboard = page.document.activeElement?.matches(':focus-visible') ?? false
  }

  /** Space goes to the page, where it has a use for it, and past a control that was not reached by keyboard; until the returned function is called. */
  listen(): () => void {
    const page = this.#page
    page.addEventListener('keydown', this.#press, true)
    page.addEventListener('pointerdown', this.#point, true)
    page.addEventListener('focusin', this.#focus, true)
    return () => {
      page.removeEventListener('keydown', this.#press, true)
      page.removeEventListener('pointerdown', this.#point, true)
      page.removeEventListener('focusin', this.#focus, true)
    }
  }

  #press = (event: KeyboardEvent) => {
    const { key, target } = event
    this.#isMoving = MOVES.includes(key)
    if (key !== ' ' || this.#isByKeyboard || !(target instanceof Element)) return
    if (!target.closest(CONTROLS) || target.closest(FLOATING)) return
    const isLeft = this.#page.document.body.dispatchEvent(new KeyboardEvent(event.type, event))
    if (isLeft) return
    event.preventDefault()
    // Some controls hear the key before the browser presses them, and another player of the page would press it once more.
    event.stopImmediatePropagation()
  }

  #point = () => {
    this.#isMoving = false
    this.#isByKeyboard = false
  }

  #focus = ({ target }: FocusEvent) => {
    if (this.#isMoving && target instanceof Element && !target.closest(FLOATING)) this.#isByKeyboard = true
  }
}
