import Taro from '@tarojs/taro'
import { XLSX } from '@one-window/shared/files/may-upload'
import { now } from '../clock'
import { serverUrl } from '../server'

/** A file that was chosen, held until it has arrived: nobody chooses it twice. */
export interface Chosen {
  /** An address that shows it here. */
  readonly preview: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly body: string
}

/** How a sending ended. `over`: the ticket is no longer good; `broken`: the line. */
export type Sent = 'taken' | 'over' | 'broken' | 'cancelled'

export interface Sending {
  readonly ended: Promise<Sent>
  cancel: () => void
}

const types: Readonly<Record<string, string>> = { png: 'image/png', webp: 'image/webp' }

/** Lets the person photograph or choose up to so many pictures, compressed by WeChat; none when they close it. */
export const chooseFiles = async (most: number): Promise<Chosen[]> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return tempFiles.map(({ tempFilePath, size }, at) => {
      const ending = /\.(png|webp)$/i.exec(tempFilePath)?.[1]?.toLowerCase() ?? 'jpg'
      return {
        preview: tempFilePath,
        name: `photo-${now().getTime().toString(36)}${at}.${ending}`,
        type: types[ending] ?? 'image/jpeg',
        size,
        body: tempFilePath,
      }
    })
  } catch {
    return []
  }
}

/** Lets the person pick a table from a chat; undefined when they change their mind. */
export const chooseTable = async (): Promise<Chosen | undefined> => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(
    () => undefined,
  )
  const file = chosen?.tempFiles[0]
  return file && { preview: file.path, name: file.name, type: XLSX, size: file.size, body: file.path }
}

/** Sends a file as the ticket says, telling how far it is, 0 to 100. */
export const sendFile = (
  url: string,
  fields: Readonly<Record<string, string>>,
  { body }: Chosen,
  onProgress: (percent: number) => void,
): Sending => {
  let cancelled = false
  let task: { abort: () => void } | undefined
  const ended = new Promise<Sent>((resolve) => {
    const asking = Taro.uploadFile({
      url: url.charAt(0) === '/' ? `${serverUrl}${url}` : url,
      filePath: body,
      name: 'file',
      formData: { ...fields },
      success: ({ statusCode }) =>
        resolve(
          statusCode >= 200 && statusCode < 300
            ? 'taken'
            : statusCode >= 400 && statusCode < 500
              ? 'over'
              : 'broken',
        ),
      fail: () => resolve(cancelled ? 'cancelled' : 'broken'),
    })
    task = asking
    asking.progress?.(({ progress }) => onProgress(progress))
  })
  return {
    ended,
    cancel: () => {
      cancelled = true
      task?.abort()
    },
  }
}

/** WeChat clears its temporary files by itself. */
export const letGo = (_: Chosen): void => undefined
