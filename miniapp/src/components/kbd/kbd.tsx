import { Text } from '@tarojs/components'
import { hasKeyboard } from '@/gateways/platform'
import './kbd.scss'

/** The key that does the same; only where there is a keyboard and room for it. */
export function Kbd({ children }: { children: string }) {
  return hasKeyboard ? (
    <Text className="kbd" {...{ 'aria-hidden': 'true' }}>
      {children}
    </Text>
  ) : null
}
