import Taro from '@tarojs/taro'

/** A table that the person has picked; what it is depends on the platform and matters to whoever sends it. */
export interface ChosenTable {
  name: string
  size: number
  /** A file of the browser, or a path of WeChat. */
  source: File | string
}

/** Lets the person pick a spreadsheet from a chat; undefined when they change their mind. */
export const chooseTable = async (): Promise<ChosenTable | undefined> => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(
    () => undefined,
  )
  const file = chosen?.tempFiles[0]
  return file && { name: file.name, size: file.size, source: file.path }
}
