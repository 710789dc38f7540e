import Taro from '@tarojs/taro'

/** One place, whatever the file is called for the person: it is found again to be taken away. */
const path = (kind: 'txt' | 'pdf' | 'xlsx' = 'txt'): string =>
  `${Taro.env.USER_DATA_PATH}/handed-over.${kind}`

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

/** Hands a workbook to the person, its bytes in base64: WeChat sends it to a chat. Answers what has happened, in words. */
export const saveWorkbook = async (name: string, base64: string): Promise<string> => {
  try {
    Taro.getFileSystemManager().writeFileSync(path('xlsx'), base64, 'base64')
    await Taro.shareFileMessage({ filePath: path('xlsx'), fileName: name })
    return '发过去了，在那个聊天里点开看'
  } catch {
    return '没发出去，请在电脑上导出'
  }
}

/** Opens a PDF (base64) on the phone, whose menu sends or keeps it. Answers what has happened, in words. */
export const openPdf = async (_name: string, base64: string): Promise<string> => {
  try {
    Taro.getFileSystemManager().writeFileSync(path('pdf'), base64, 'base64')
    await Taro.openDocument({ filePath: path('pdf'), fileType: 'pdf', showMenu: true })
    return '打开了，右上角可以转发、保存'
  } catch {
    return '手机没打开这个文件，过一会儿再试一次'
  }
}

/** Takes the files away again: nothing of them stays with the app. */
export const dropFile = (): void => {
  for (const kind of ['txt', 'pdf', 'xlsx'] as const)
    try {
      Taro.getFileSystemManager().unlinkSync(path(kind))
    } catch {
      // It was never written.
    }
}
