import { Text } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './tag.scss'

/** A word on a ground; its colour never says more than the word. */
export function Tag({
  kind = '',
  children,
}: PropsWithChildren<{ kind?: '' | 'action' | 'done' | 'warn' | 'bad' }>) {
  return <Text className={kind ? `tag is-${kind}` : 'tag'}>{children}</Text>
}
