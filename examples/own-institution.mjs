// An institution in code: the exchange of black lists that forgets after one quarter, beside the one that ships.
//
//     node examples/own-institution.mjs            # in a clone, after npm start
import { defineInstitution, institutions, run } from 'creditlab';

const forgetful = defineInstitution({
  ...institutions['negative-only'],
  id: 'forgetful',
  label: 'Forgetful black list',
  rules: (values, lenders) => {
    const rules = institutions['negative-only'].rules(values, lenders);
    return { ...rules, records: { ...rules.records, retentionNegative: 1 } };
  },
});

const result = await run(
  {
    version: 1,
    title: 'A black list that forgets',
    question: 'What does a memory of one quarter cost?',
    source: 'an example',
    extends: 'tiny',
    institutions: ['none', 'negative-only', './forgetful.js'],
  },
  { name: 'forgetful', modules: { './forgetful.js': forgetful } },
);
for (const { question, sentences } of result.verdict) console.log(`${question}\n  ${sentences[0]}`);
