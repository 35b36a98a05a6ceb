/** Forms in which a figure is written. */
export const formats = ['svg', 'pdf', 'png', 'vl.json', 'csv', 'md'] as const;
