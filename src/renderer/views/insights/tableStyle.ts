/** Tables of this screen: names on the left, figures on the right. */
export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 2, py: 1.5, textAlign: 'right', verticalAlign: 'top' },
  '& th:first-of-type': { pl: 0, textAlign: 'left' },
  '& thead th': { fontSize: 12, fontWeight: 450, color: 'text.secondary', verticalAlign: 'bottom' },
  '& tbody th': { fontWeight: 450, minWidth: 140 },
  '& tbody tr': { borderTop: 1, borderColor: 'divider' },
} as const;

/** A name that opens its mentions. */
export const openStyle = {
  borderRadius: '4px',
  textAlign: 'left',
  overflowWrap: 'anywhere',
  '&:hover': { textDecoration: 'underline' },
} as const;
