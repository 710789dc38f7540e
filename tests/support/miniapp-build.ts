/** The built mini-program, made only when its sources have changed. */
import path from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const root = path.resolve(__dirname, '../..')

/** In a process of its own: the bundler's packages do not live with a test runner's transforms. */
const built = async (platform: 'h5' | 'weapp'): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(root, 'miniapp', 'build.mjs'), platform, '--local'],
    { cwd: root },
  )
  return stdout.trim()
}

/** The folder of the built h5 app. */
export const builtH5 = (): Promise<string> => built('h5')

/** The folder of the built mini-program. */
export const builtWeapp = (): Promise<string> => built('weapp')
