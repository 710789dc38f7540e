/** The data that the logic layer sends to the view, as Taro writes it. */

export type Data = Record<string, unknown>
export type Payload = Record<string, unknown>

/** A node as Taro sends it: class, style, children, text; the other attributes under short aliases. */
export interface TaroNode extends Record<string, unknown> {
  sid: string
  uid?: string
  nn: string
  cl?: string
  v?: string
  cn?: TaroNode[]
}

/** `a/./b/../c` → `a/c` */
export const resolved = (path: string): string => {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The bytes of a payload as UTF-8 JSON. */
export const bytesOf = (value: unknown): number => {
  let bytes = 0
  for (const character of JSON.stringify(value) ?? '') {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Puts a setData payload (`a.b[0].c`, or Taro's `root.cn.[0].v`) into the data of a page. */
export const applyData = (data: Data, patch: Payload): void => {
  for (const [key, value] of Object.entries(patch)) {
    const parts = key
      .replace(/\[(\d+)\]/g, '.$1')
      .split('.')
      .filter(Boolean)
    let at = data as Record<string, unknown>
    parts.slice(0, -1).forEach((part, i) => {
      at[part] ??= /^\d+$/.test(parts[i + 1] ?? '') ? [] : {}
      at = at[part] as Record<string, unknown>
    })
    at[parts[parts.length - 1] ?? ''] = value
  }
}

/** A node's descendants in the order of the page. */
export function* walk(node: TaroNode | undefined): Generator<TaroNode> {
  for (const child of node?.cn ?? []) {
    yield child
    yield* walk(child)
  }
}

/** The words of a node and everything in it. */
export const textOf = (node: TaroNode): string =>
  node.v ?? [...walk(node)].map((child) => child.v ?? '').join('')
