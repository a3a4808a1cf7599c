import { on } from '../scenario.ts'

export const holder = 'person-0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
export const otherHolder = '5e0f6f0a-2a43-4a39-8d21-aa11bb22cc33'

export const createOffice = on('2024-05-01', 'CreateOffice', {
  name: 'Cabinet Member for Children',
  authority: 'example-borough',
  kind: 'EXECUTIVE_MEMBER',
  portfolio: "Children's services",
} as const)
export const createBody = on('2024-05-01', 'CreateOffice', {
  name: 'Example Integrated Care Board',
  authority: 'example-borough',
  kind: 'BODY',
  portfolio: null,
} as const)
export const appointHolder = on('2024-05-21', 'AppointHolder', { holder })
export const releaseHolder = on('2025-05-20', 'ReleaseHolder', { holder })
export const renameOffice = on('2025-05-20', 'RenameOffice', { name: 'Cabinet Member for Children and Families' })
export const changePortfolio = on('2025-05-20', 'ChangePortfolio', { portfolio: "Children's services and schools" })
export const transferService = on('2026-04-01', 'TransferService', {
  service: "Children's social care",
  accountableBody: 'Example Borough Council',
  deliveringBody: "Example Children's Trust",
  delivering: null,
  transferId: 'transfer-1',
  to: 'office-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f',
  items: ['recommendation-example-borough.1'],
  receiving: { name: 'Cabinet Member for Communities', abolishedOn: null },
  ofItems: [{ id: 'recommendation-example-borough.1', reference: 'R1', isOwned: true }],
} as const)
export const abolishOffice = on('2026-05-01', 'AbolishOffice', {
  transferId: 'transfer-2',
  reason: 'The portfolios were joined',
  successor: transferService.data.to,
  receiving: transferService.data.receiving,
  openItems: transferService.data.ofItems,
} as const)
