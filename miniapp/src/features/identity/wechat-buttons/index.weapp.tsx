import { Button as NativeButton } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { agreesByButton } from '@/gateways/privacy'

/** Agrees to the notice; where WeChat asks for its own agreement too, one tap is both. */
export function AgreeButton({ words, onAgree }: { words: string; onAgree: () => void }) {
  if (!agreesByButton()) {
    return (
      <Button id="agree" kind="main" onPress={onAgree}>
        {words}
      </Button>
    )
  }
  return (
    <NativeButton
      id="agree"
      className="press btn is-main"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {words}
    </NativeButton>
  )
}

interface PhoneButtonProps {
  words: string
  /** With WeChat's code for the number; without one when the person said no, or WeChat gave none. */
  onPhone: (code?: string) => void
}

/** Asks WeChat for the phone's number. */
export const PhoneButton: ((props: PhoneButtonProps) => React.JSX.Element) | undefined = ({
  words,
  onPhone,
}) => (
  <NativeButton
    id="wechat-phone"
    className="press btn is-main"
    openType="getPhoneNumber"
    onGetPhoneNumber={({ detail }) => onPhone(detail.code)}
  >
    {words}
  </NativeButton>
)
