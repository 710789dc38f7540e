export default definePageConfig({ navigationBarTitleText: '在办件' })
