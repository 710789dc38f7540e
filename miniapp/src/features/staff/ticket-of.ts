/** The ticket that a code on a PC names; undefined for a code of something else. */
export const ticketOf = (scene: string | undefined): string | undefined => {
  if (!scene) return undefined
  const text = decodeURIComponent(scene)
  const named = /(?:^|[?&])(?:scene|d|t|ticketId)=([A-Za-z0-9_-]{8,})/.exec(text)?.[1]
  return named ?? /^[A-Za-z0-9_-]{8,}$/.exec(text)?.[0]
}
