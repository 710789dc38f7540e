export default definePageConfig({ navigationBarTitleText: '真实姓名' })
