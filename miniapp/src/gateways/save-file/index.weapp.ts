import Taro from '@tarojs/taro'

const pathOf = (name: string): string => `${Taro.env.USER_DATA_PATH}/${name}`

/**
 * Hands a text to the person as a file: WeChat sends it to a chat of theirs. Where it cannot, or the person closes the
 * list of chats, the text is copied. Answers what has happened, in words.
 */
export const saveFile = async (name: string, text: string): Promise<string> => {
  try {
    Taro.getFileSystemManager().writeFileSync(pathOf(name), text, 'utf8')
    await Taro.shareFileMessage({ filePath: pathOf(name), fileName: name })
    return '发过去了，在那个聊天里点开看'
  } catch {
    await Taro.setClipboardData({ data: text })
    return '没发文件，内容已经复制好，粘贴到备忘录就能看'
  }
}

/** Takes the file away again: nothing of it stays with the app. */
export const dropFile = (name: string): void => {
  try {
    Taro.getFileSystemManager().unlinkSync(pathOf(name))
  } catch {
    // It was never written.
  }
}
