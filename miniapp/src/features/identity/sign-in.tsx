import { View } from '@tarojs/components'
import { useState } from 'react'
import { signInLocally } from '@one-window/shared/identity/endpoints'
import { demoPeople } from '@one-window/shared/identity/demo-people'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { openSession } from '@/gateways/session'
import { fieldError, useAction } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { myHallId } from '../halls/my-hall'

/** Set when the app is built for a run on one machine; a production build carries no chooser. */
const signsInLocally = process.env.TARO_APP_LOCAL_SIGN_IN === 'true'

/** Signing in. On a local run: a choice of people, one of each role. */
export function SignIn() {
  return signsInLocally ? (
    <RoleChooser />
  ) : (
    <Blank
      icon="me"
      say="还不能登录"
      more="微信登录开通以后，您的预约和办件会在这里。要办事，直接到大厅窗口就行。"
    />
  )
}

function RoleChooser() {
  const [person, setPerson] = useState('')
  const signIn = useAction(signInLocally)
  const enter = async (name: string, role: Role) => {
    const session = await signIn.run({
      role,
      person: name,
      hallId: role === 'resident' ? undefined : myHallId(),
    })
    if (session) openSession({ ...session, greeting: name })
  }
  return (
    <>
      <Notice kind="info">这是本机试用：点一个人，就用这个人的身份看。</Notice>
      <TroubleNotice trouble={signIn.trouble} what="没登录上" />
      <Card list>
        {demoPeople.map(({ person: name, role, note }) => (
          <Cell
            key={role}
            id={`as-${role}`}
            icon={role === 'resident' ? 'me' : 'people'}
            title={`${name}，${roleWords[role]}`}
            note={note}
            onPress={() => void enter(name, role)}
          />
        ))}
      </Card>
      <Card title="换一位群众">
        <Field
          id="person"
          label="叫什么(写一样的名字，就是同一个人)"
          value={person}
          onChange={setPerson}
          hint="比如：刘桂英"
          error={fieldError(signIn.trouble, '/person')}
        />
        <View className="mt-3">
          <Button
            kind="soft"
            busy={signIn.busy}
            busyWords="正在登录…"
            disabled={!person.trim()}
            onPress={() => void enter(person.trim(), 'resident')}
          >
            用这个名字登录
          </Button>
        </View>
      </Card>
    </>
  )
}
