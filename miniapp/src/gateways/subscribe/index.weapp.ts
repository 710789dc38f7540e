import Taro from '@tarojs/taro'

/**
 * Asks whether messages may be sent, at most 3 templates: WeChat shows its sheet only from a tap, so nothing may be
 * waited for before. Answers the templates that were allowed.
 */
export const subscribe: ((templateIds: string[]) => Promise<readonly string[]>) | undefined = (templateIds) =>
  // Taro's types ask for the ids of Alipay too
  Taro.requestSubscribeMessage({ tmplIds: templateIds } as Parameters<
    typeof Taro.requestSubscribeMessage
  >[0]).then((said) => {
    const answers: Readonly<Record<string, unknown>> = { ...said }
    return templateIds.filter((templateId) => answers[templateId] === 'accept')
  })
