import { Button } from '@/components/button/button'

/** Agrees to the notice. */
export function AgreeButton({ words, onAgree }: { words: string; onAgree: () => void }) {
  return (
    <Button id="agree" kind="main" onPress={onAgree}>
      {words}
    </Button>
  )
}

interface PhoneButtonProps {
  words: string
  onPhone: (code?: string) => void
}

/** A browser knows no number of the phone. */
export const PhoneButton: ((props: PhoneButtonProps) => React.JSX.Element) | undefined = undefined
