// The standing words of letters and memos.

export const DECLINE = {
  opening: 'Thank you for showing us this risk. We are unable to offer terms on this occasion.',
  reasons: 'Our reasons',
  lookAgain: 'What would let us look again',
  nothing: 'We do not expect to look at this risk again as it stands.',
  documents: 'Your documents',
  kept: 'We keep the documents that you sent us with our file of this case, and use them for nothing else.',
  returned: 'We return the documents that you sent us, and keep our own notes only.',
  noAdmission:
    'This letter says nothing about the liability, the solvency or the conduct of anybody, and admits nothing. No cover is in force with us, and none was promised.',
} as const;

export const MISSING = {
  opening:
    'To take this further we need what is listed below. What stands first would change our view of the risk, and so the price, the most.',
  open: 'Open questions, the weightiest first',
  needed: 'Needed before we can make a firm offer',
  received: 'Received',
  noneReceived: 'No document is named in our file.',
  subjectivities: 'Subjectivities',
  noneOpen: 'No question is open: every answer that counts is proven.',
  noneWaived: 'Nothing has been waived.',
} as const;

export const MEMO = {
  rules: 'Rules that refer',
  price: 'Price',
  line: 'Line and aggregate',
  speaksFor: 'What speaks for it',
  speaksAgainst: 'What speaks against it',
  conditions: 'Proposed conditions',
  noConditions: 'None beyond the terms.',
  approvers: 'Who may approve',
  nobody: 'Nobody in this workbook could approve it.',
} as const;
