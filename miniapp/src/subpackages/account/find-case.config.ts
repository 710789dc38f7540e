export default definePageConfig({ navigationBarTitleText: '查办件' })
