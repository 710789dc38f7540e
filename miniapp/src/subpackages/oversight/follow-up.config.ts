export default definePageConfig({ navigationBarTitleText: '一件差评' })
