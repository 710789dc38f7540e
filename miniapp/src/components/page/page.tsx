import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { go } from '@/gateways/go'
import { drawsOwnBars } from '@/gateways/platform'
import { useReading } from '@/gateways/reading'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import { TabBar, type TabName } from './tab-bar'
import './page.scss'

interface PageProps {
  title: string
  /** Set on the three pages of the tab bar. */
  tab?: TabName
  /** White, edge to edge: the one sentence the page is about. */
  head?: ReactNode
  headLow?: boolean
  /** Between the bar and the head: an offline line. */
  above?: ReactNode
  /** Sticks to the bottom: the one action. */
  dock?: ReactNode
  /** Over everything: a sheet. */
  over?: ReactNode
  /** Puts a whole-page state in the middle. */
  middle?: boolean
  /** A work screen: its own bar, and the whole width from edge to edge. */
  workBar?: ReactNode
}

const CHANGES_LAYOUT = 1.5

/** The root of every page: carries the size of type and the 长辈版; nothing else knows of them. */
export function Page({
  title,
  tab,
  head,
  headLow,
  above,
  dock,
  over,
  middle,
  workBar,
  children,
}: PropsWithChildren<PageProps>) {
  const { elder, scale } = useReading()
  const classes = ['screen', elder && 'elder', scale >= CHANGES_LAYOUT && 'big', workBar && 'is-wide']
  return (
    <View className={classes.filter(Boolean).join(' ')} style={`--fs:${scale}`}>
      {workBar}
      {drawsOwnBars && !workBar && (
        <View className={tab ? 'nav' : 'nav has-back'}>
          <View className="nav-in">
            {!tab && (
              <Press className="nav-back" label="返回" onPress={go.back}>
                <Icon name="back" />
                <Text className="nav-word">返回</Text>
              </Press>
            )}
            <View className="nav-title" {...{ role: 'heading', 'aria-level': '1' }}>
              {title}
            </View>
          </View>
        </View>
      )}
      {above}
      {head && (
        <View className={headLow ? 'page-head is-low' : 'page-head'}>
          <View className="page-head-in">{head}</View>
        </View>
      )}
      <View className={middle ? 'body is-mid' : 'body'}>{children}</View>
      {dock && (
        <View className="dock">
          <View className="dock-in">{dock}</View>
        </View>
      )}
      {drawsOwnBars && tab && <TabBar current={tab} />}
      {over}
    </View>
  )
}
