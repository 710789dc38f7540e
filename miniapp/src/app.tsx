import type { PropsWithChildren } from 'react'
import './app.scss'
// Styles that several subpackages share live in the main package: Taro would make each a chunk without a script, for
// which the pages of WeChat wait for ever.
import './components/answers/answers.scss'
import './components/faces/faces.scss'
import './components/fold/fold.scss'
import './components/kbd/kbd.scss'
import './components/photo/photo.scss'
import './components/qr/qr.scss'
import './components/steps/steps.scss'
import './components/work/work-bar.scss'

export default function App({ children }: PropsWithChildren) {
  return children
}
