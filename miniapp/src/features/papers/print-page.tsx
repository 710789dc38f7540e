import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/components/button/button'
import { Kbd } from '@/components/kbd/kbd'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { go } from '@/gateways/go'
import { useKeys, type Keys } from '@/gateways/keys'
import { print } from '@/gateways/print'

interface PrintPageProps {
  title: string
  say: string
  ready: boolean
  /** What else the bar offers: another width, another paper. */
  tools?: ReactNode
  keys?: Keys
  children: ReactNode
}

/** A paper on the screen, with the one key that prints it; on a phone it can only be looked at. */
export function PrintPage({ title, say, ready, tools, keys, children }: PrintPageProps) {
  useKeys({ F2: ready ? print : undefined, Escape: go.back, ...keys })
  return (
    <Page
      title={title}
      workBar={
        print ? (
          <View className="paper-bar">
            <View className="paper-bar-say">
              <Text className="t-b">{title}</Text> <Text className="t-2 c-2">{say}</Text>
            </View>
            {tools}
            <Button kind="line" small onPress={go.back}>
              返回
              <Kbd>Esc</Kbd>
            </Button>
            <Button id="print" kind="main" small disabled={!ready} onPress={print}>
              打印
              <Kbd>F2</Kbd>
            </Button>
          </View>
        ) : (
          <Notice kind="info" strip>
            手机上只能看。要打印，请在窗口的电脑上打开。
          </Notice>
        )
      }
    >
      {children}
    </Page>
  )
}
