/** Reads a built package for the view: WXML and WXS compiled to JavaScript by WeChat's own open-source compiler. */
import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'

export interface Compiled {
  files: Record<string, string>
  styles: Record<string, string>
  /** What the compiler did not understand. */
  errors: string[]
  groups: string
}

/** `bindtap` is an attribute to the compiler, `bind:tap` an event. */
const withColons = (wxml: string): string =>
  wxml.replace(/([\s"'])(bind|catch|capture-bind|capture-catch|mut-bind)([a-z]+)=/g, '$1$2:$3=')

/** Compiles every template of a package, with its imported styles written in place. */
export const compilePackage = (dist: string): Compiled => {
  const group = new TmplGroup()
  const files: Record<string, string> = {}
  const errors: string[] = []
  for (const entry of fs.readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name)
    const file = path.relative(dist, full).split(path.sep).join('/')
    if (!entry.isFile() || !/\.(js|json|wxml|wxss|wxs)$/.test(file)) continue
    const text = fs.readFileSync(full, 'utf8')
    files[file] = text
    if (file.endsWith('.wxml')) {
      const warnings = group.addTmpl(file.slice(0, -5), withColons(text)) as unknown[]
      errors.push(...warnings.map((warning) => `${file}: ${JSON.stringify(warning)}`))
    }
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -4), text)
  }
  const imported = (file: string, css: string): string =>
    css.replace(/@import\s+["']([^"']+)["'];?/g, (_, to: string) => {
      const target = path.posix.join(path.posix.dirname(file), to)
      return imported(target, files[target] ?? '')
    })
  const styles = Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => file.endsWith('.wxss'))
      .map(([file, css]) => [file.slice(0, -5), imported(file, css)]),
  )
  return { files, styles, errors, groups: group.getTmplGenObjectGroups() }
}
