import { describe, expect, it } from 'vitest';
import i18next from './i18n';

describe('the texts', () => {
  it('are found by names with a colon, as permissions have them', () => {
    expect(i18next.t('permission.tokens:own')).toBe('Own API tokens');
  });
});
