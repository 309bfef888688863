import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { jobSchema } from '../../../src-preload/contract/job';
import { storeSchema } from '../../../src-preload/contract/store';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { JobEdit } from '../../../src-renderer/ui/job/job-edit';
import { newStoreId } from '../../support/outbox/test-database';

const dayMs = 86_400_000;
const storeId = newStoreId();

beforeEach(() => {
  const store = { id: storeId, market: 'naver', label: '하늘상점', practice: false, accountId: 'client0001' };
  useAppState.setState({ stores: [storeSchema.parse({ ...store, hasSecrets: true, confirmFirst: 'ask' })] });
});
afterEach(cleanup);

function shown(dispatchDate: number) {
  const parcel = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '685000000106' };
  const job = jobSchema.parse({
    id: '018f0000-0000-7000-8000-000000000002',
    storeId,
    kind: 'dispatch',
    target: '2026112100000011',
    values: { kind: 'dispatch', dispatch: { ...parcel, dispatchDate } },
    state: 'rejected',
    code: '104105',
    revision: 1,
    seq: 1,
    attempts: 1,
    failures: 0,
    createdAt: dispatchDate,
    changedAt: dispatchDate,
  });
  render(<JobEdit job={job} onDone={() => undefined} />);
}
const hint = () => screen.getByTestId('log-edit-date-hint').textContent;

it('says of a very old date that it is not the one that is registered, before it is saved', () => {
  shown(Date.now() - 100 * dayMs);
  expect(hint()).toContain('발송일이 오늘과 너무 멀어요.');
  expect(hint()).toContain('대신 발송 처리하는 시각으로 등록해요.');
  fireEvent.change(screen.getByTestId('log-edit-date'), { target: { value: '' } });
  expect(hint()).toBe(text.log.dateHint);
});

it('says nothing of a date that is registered as it is, and refuses one that has not come', () => {
  shown(Date.now() - 80 * dayMs);
  expect(hint()).toBe(text.log.dateHint);
  fireEvent.change(screen.getByTestId('log-edit-date'), { target: { value: '2099-01-01T09:00' } });
  expect(hint()).toBe(text.log.dateLater);
  expect(screen.getByTestId('log-edit-save')).toHaveProperty('disabled', true);
});
