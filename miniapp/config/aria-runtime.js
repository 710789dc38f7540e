import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './aria'

mergeInternalComponents(components)
