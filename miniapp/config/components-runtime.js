import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import { added, dropped } from './components'

mergeInternalComponents(added)
Object.keys(dropped).forEach((tag) => {
  dropped[tag].forEach((name) => {
    delete internalComponents[tag][name]
  })
})
