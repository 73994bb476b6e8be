import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '@/test/render';
import { useUrlState } from './useUrlState';

/** Shows a page, and returns what changed its address when it was first drawn. */
function firstDrawn(at: string) {
  const drawn: ReturnType<typeof useUrlState>['change'][] = [];
  function Page() {
    drawn.push(useUrlState().change);
    return null;
  }
  const { router } = show(<Page />, { at });
  return { router, change: drawn[0]! };
}

describe('a change of the address', () => {
  it('keeps what was changed since the page was drawn', async () => {
    const { router, change } = firstDrawn('/models?cursor=x');
    await act(async () => {
      change({ risk: 'high' });
    });
    await act(async () => {
      change({ sort: 'name' });
    });
    expect(router.state.location.search).toBe('?risk=high&sort=name');
  });

  it('that comes after the reader has gone changes nothing, unless it is of every page', async () => {
    const { router, change } = firstDrawn('/models?do=new');
    await act(() => router.navigate('/policies?mode=warn'));
    await act(async () => {
      change({ do: null }, { replace: true });
    });
    expect(router.state.location).toMatchObject({ pathname: '/policies', search: '?mode=warn' });
    await act(async () => {
      change({ env: 'prod' }, { everywhere: true });
    });
    expect(router.state.location).toMatchObject({ pathname: '/policies', search: '?mode=warn&env=prod' });
  });
});
