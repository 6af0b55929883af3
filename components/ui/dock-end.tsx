/** Ends what is docked at the foot of a narrow screen: until a browser has read as far as this it draws none of it, so that nothing grows. */
export function DockEnd() {
  return <span hidden data-dock-end="" />
}
