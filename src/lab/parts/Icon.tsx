/** Signs on buttons, drawn: fonts of old machines lack them. */
const paths = {
  play: 'M7 4l13 8-13 8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  step: 'M5 4l9 8-9 8zM15 4h3v16h-3z',
  'step-back': 'M19 4l-9 8 9 8zM6 4h3v16H6z',
  lens: 'M10 3a7 7 0 1 0 4.2 12.6l5.1 5.1 1.9-1.9-5.1-5.1A7 7 0 0 0 10 3zm0 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  home: 'M12 3l9 8h-3v9h-5v-6h-2v6H6v-9H3z',
  undo: 'M9 5V1L2 8l7 7v-4c5 0 8 1.500 10 5 0-6-3-11-10-11z',
  swap: 'M7 3L2 8l5 5V9.500h10v-3H7zM17 11v3.500H7v3h10V21l5-5z',
  dice: 'M4 4h16v16H4zM8 8m-1.600 0a1.600 1.600 0 1 0 3.200 0 1.600 1.600 0 1 0-3.200 0M16 16m-1.600 0a1.600 1.600 0 1 0 3.200 0 1.600 1.600 0 1 0-3.200 0M12 12m-1.600 0a1.600 1.600 0 1 0 3.200 0 1.600 1.600 0 1 0-3.200 0',
  chart: 'M3 3h2v16h16v2H3zM7 15l5-7 4 4 4-7 1.700 1-5.400 9.300-4-4L8.600 16z',
  bank: 'M12 2l10 6H2zM4 10h3v8H4zM10.500 10h3v8h-3zM17 10h3v8h-3zM2 20h20v2H2z',
  pocket: 'M4 4h16v9a8 8 0 0 1-16 0zM7 8v2h10V8z',
  purse:
    'M9 2h6l2 3-2 2c4 2 7 6 7 10 0 3-2 5-5 5H7c-3 0-5-2-5-5 0-4 3-8 7-10L7 5zM11 10v1.500c-3 .5-3 4 .5 4.500 1.500.3 1.500 1.400 0 1.400-.9 0-1.600-.3-2-.8l-1 1.400c.6.6 1.500 1 2.500 1.100V20.500h2V19c3-.6 3-4.200-.5-4.700-1.400-.2-1.400-1.300.1-1.300.7 0 1.300.2 1.700.6l.9-1.400c-.5-.4-1.200-.6-2.200-.8V10z',
  bucket: 'M3 5h18l-2.500 16h-13zM5.300 7l.6 4h12.200l.6-4z',
  water:
    'M2 9q2.500-4 5 0t5 0t5 0t5 0v3q-2.500 4-5 0t-5 0t-5 0t-5 0zM2 16q2.500-4 5 0t5 0t5 0t5 0v3q-2.500 4-5 0t-5 0t-5 0t-5 0z',
  letter: 'M2 5h20v14H2zM4 7l8 6 8-6z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} fill-rule="evenodd" />
    </svg>
  );
}
