const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The ticket that a code on a PC names; undefined for a code of something else. */
export const ticketOf = (scene: string | undefined): string | undefined => {
  if (!scene) return undefined
  return /(?:^|[?&]scene=)desk\.([\w-]{22})$/.exec(decoded(scene))?.[1]
}
