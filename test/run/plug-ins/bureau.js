import { defineInstitution, institutions } from 'creditlab';
import { kept } from './kept.js';

/** Full sharing with a short memory, as a user would write it in two files. */
export default defineInstitution({
  ...institutions['full-sharing'],
  id: 'bureau',
  label: 'My bureau',
  parameters: {},
  rules: () => institutions['full-sharing'].rules({ ...kept }),
});
