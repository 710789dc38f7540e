/** WeChat draws the tab bar itself, in the colours of theme.json; the browser shows our own (components/page). */
const icons = (name: string) =>
  process.env.TARO_ENV === 'weapp' ? { iconPath: `@${name}`, selectedIconPath: `@${name}On` } : {}

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/guides/index', 'pages/mine/index'],
  subPackages: [
    { root: 'subpackages/guide', pages: ['index'] },
    { root: 'subpackages/booking', pages: ['slots', 'confirm', 'done'] },
    { root: 'subpackages/cases', pages: ['case'] },
    { root: 'subpackages/rating', pages: ['rate', 'follow-up', 'screen'] },
    { root: 'subpackages/account', pages: ['notice', 'data', 'real-name', 'phone', 'find-case', 'scan'] },
    {
      root: 'subpackages/desk',
      pages: ['index', 'cases', 'entries', 'hall', 'calls', 'village', 'print', 'hand-over', 'my-ratings'],
    },
    { root: 'subpackages/approvals', pages: ['index', 'deputies'] },
    { root: 'subpackages/catalogue-desk', pages: ['index', 'import'] },
    { root: 'subpackages/precheck', pages: ['index', 'list'] },
    { root: 'subpackages/precheck-desk', pages: ['index'] },
    {
      root: 'subpackages/oversight',
      pages: ['index', 'follow-up', 'tasks', 'dossier', 'month', 'ratings', 'suspicions', 'print'],
    },
    { root: 'subpackages/staff', pages: ['index', 'bind', 'sign-in', 'confirm-desk', 'audit'] },
  ],
  // the browser slides pages: no longer than anything else moves
  animation: { duration: 160, delay: 0 },
  tabBar: {
    custom: process.env.TARO_ENV === 'h5',
    color: '@tab',
    selectedColor: '@tabOn',
    backgroundColor: '@bar',
    borderStyle: '@tabBorder' as 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', ...icons('home') },
      { pagePath: 'pages/guides/index', text: '办事指南', ...icons('guides') },
      { pagePath: 'pages/mine/index', text: '我的', ...icons('mine') },
    ],
  },
  window: {
    navigationBarTitleText: '永和乡政务服务中心',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@page',
    backgroundTextStyle: '@pageText' as 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
