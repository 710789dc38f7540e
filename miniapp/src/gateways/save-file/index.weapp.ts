import Taro from '@tarojs/taro'

/** One place, whatever the file is called for the person: it is found again to be taken away. */
const path = (): string => `${Taro.env.USER_DATA_PATH}/handed-over.txt`

/**
 * Hands a text to the person as a file: WeChat sends it to a chat of theirs. Where it cannot, or the person closes the
 * list of chats, the text is copied. Answers what has happened, in words.
 */
export const saveFile = async (name: string, text: string): Promise<string> => {
  try {
    Taro.getFileSystemManager().writeFileSync(path(), text, 'utf8')
    await Taro.shareFileMessage({ filePath: path(), fileName: name })
    return '发过去了，在那个聊天里点开看'
  } catch {
    await Taro.setClipboardData({ data: text })
    return '没发文件，内容已经复制好，粘贴到备忘录就能看'
  }
}

/** Takes the file away again: nothing of it stays with the app. */
export const dropFile = (): void => {
  try {
    Taro.getFileSystemManager().unlinkSync(path())
  } catch {
    // It was never written.
  }
}

/** Hands a workbook (XLSX in base64) to the person: WeChat sends it to a chat of theirs, and it does not stay here. */
export const saveWorkbook = async (name: string, base64: string): Promise<string> => {
  const file = `${Taro.env.USER_DATA_PATH}/handed-over.xlsx`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(file, base64, 'base64')
    await Taro.shareFileMessage({ filePath: file, fileName: name })
    files.unlinkSync(file)
    return '发过去了，在那个聊天里点开看'
  } catch {
    return '手机上没发出去，请在窗口的电脑上导出'
  }
}
