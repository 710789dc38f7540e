/** The project's own files, for tests about the code itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export const root = resolve(__dirname, '../..')
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'screenshots'])

/** Every file under the folders, with paths from the root; folders that start with a dot only when named. */
export const filesIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = relative(root, join(root, folder, entry.name))
      if (!entry.isDirectory()) return [path]
      return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path)
    }),
  )

/** The text of a file of the project. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')
