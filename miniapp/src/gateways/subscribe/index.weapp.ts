import Taro from '@tarojs/taro'

/**
 * Asks whether messages may be sent, at most 3 templates: WeChat shows its sheet only from a tap, so nothing may be
 * waited for before. Answers the templates that were allowed; rejects where an old WeChat cannot ask.
 */
export const subscribe: ((templateIds: string[]) => Promise<readonly string[]>) | undefined = async (
  templateIds,
) => {
  // Taro's types ask for the ids of Alipay too
  const asked = { tmplIds: templateIds } as Parameters<typeof Taro.requestSubscribeMessage>[0]
  const answers: Readonly<Record<string, unknown>> = { ...(await Taro.requestSubscribeMessage(asked)) }
  return templateIds.filter((templateId) => answers[templateId] === 'accept')
}
