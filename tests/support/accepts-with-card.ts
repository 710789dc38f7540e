/** A clerk who takes a person in with their ID card in hand: the keys pressed, beside what is typed. */
import { said, type Visitor } from './h5-visitor'

/** Keys a practised hand types in a second: what typists of Chinese names and numbers reach. */
const KEY_MS = 80
const CARD = '430423199001010014'

/** Calls the next one, types name and number, ticks everything, accepts and opens the notice. */
export async function acceptsWithCard(
  clerk: Visitor,
  name: string,
): Promise<{ keys: number; seconds: number }> {
  const { keyboard } = clerk.page
  const began = performance.now()
  let keys = 0
  const press = async (key: string, then?: string | RegExp) => {
    keys += 1
    await keyboard.press(key)
    if (then) await said(clerk, then)
  }
  const type = (text: string) => keyboard.type(text, { delay: KEY_MS })
  await press('F4', '全部收齐')
  await press('0', '材料齐了，还没写申请人姓名')
  await press('F7')
  await clerk.page.locator('#applicant-name input:focus').waitFor()
  await type(name)
  await press('Tab')
  await type(CARD)
  await press('F2', '受理了')
  await press('F2', `${name}：`)
  return { keys, seconds: (performance.now() - began) / 1000 }
}
