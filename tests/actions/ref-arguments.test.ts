import { describe, expect, it } from 'vitest';
import { listRefs, mapRefs } from '../../lib/actions/ref-arguments';
import { definitionWith } from './several-elements';

const FORM = { fields: [{ ref: 'f2e1', value: 'a' }, { ref: 'f2e2', value: true }, { value: 'no ref' }] };

describe('the refs among the arguments', () => {
  it('are `ref` unless the definition says otherwise', () => {
    expect(listRefs(definitionWith({}), { ref: 'e1', to: 'e2' })).toEqual(['e1']);
    expect(listRefs(definitionWith({}), { keys: 'Enter' })).toEqual([]);
  });

  it('stand where the definition says, in its order', () => {
    expect(listRefs(definitionWith({ refs: ['ref', 'to'] }), { to: 'e2', ref: 'e1' })).toEqual(['e1', 'e2']);
    expect(listRefs(definitionWith({ refs: ['fields.*.ref'] }), FORM)).toEqual(['f2e1', 'f2e2']);
    expect(listRefs(definitionWith({ refs: ['fields.*.ref'] }), { fields: 'none' })).toEqual([]);
  });

  it('are replaced without touching anything else', () => {
    const changed = mapRefs(definitionWith({ refs: ['fields.*.ref'] }), FORM, (ref) => ref.slice(2));
    expect(changed).toEqual({
      fields: [{ ref: 'e1', value: 'a' }, { ref: 'e2', value: true }, { value: 'no ref' }],
    });
    expect(FORM.fields[0]?.ref).toBe('f2e1');
  });
});
