import { findBrowser, launchBrowser } from '../support/browser'

describe('the browser of the tests', () => {
  test('is found and draws Chinese', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.setContent('<span id="a">大综窗</span>')
      const width = await page.locator('#a').evaluate((element) => element.getBoundingClientRect().width)
      expect(width).toBeGreaterThan(40)
    } finally {
      await browser.close()
    }
  })

  test('a named one that is not there is an error with the remedy', async () => {
    await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow(
      /does not exist.*Install/,
    )
  })

  test('without one of the system, that of npm is unpacked', async () => {
    expect(await findBrowser({ PATH: '' })).toMatch(/chromium$/)
  }, 60_000)
})
