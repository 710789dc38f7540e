/** In words, which machine asks to be let in: from its User-Agent, for a person to recognise and never to decide by. */
export function machineWords(userAgent: string): string {
  const named = (pairs: readonly (readonly [RegExp, string])[]): string | undefined =>
    pairs.find(([pattern]) => pattern.test(userAgent))?.[1]
  const machine = named([
    [/Windows/, 'Windows 电脑'],
    [/iPhone|iPad/, '苹果手机或平板'],
    [/Macintosh/, '苹果电脑'],
    [/Android/, '安卓手机或平板'],
    [/Linux/, 'Linux 电脑'],
  ])
  const browser = named([
    [/Edg\//, 'Edge'],
    [/MicroMessenger/, '微信'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  return `${machine ?? '一台电脑'}${browser ? `上的 ${browser}` : ''}`
}
