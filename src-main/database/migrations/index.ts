import type { Migration } from '../file/migrate';
import { first } from './0010-first';
import { orders } from './0020-orders';
import { settledNumbers } from './0030-settled-numbers';
import { plainPredicates } from './0040-plain-predicates';
import { productOrders } from './0050-product-orders';
import { orderOfJobs } from './0060-order-of-jobs';
import { testAddress } from './0070-test-address';
import { readBack } from './0080-read-back';
import { lookFirst } from './0090-look-first';
import { productNames } from './0100-product-names';
import { heldDue } from './0110-held-due';
import { prunedBodies } from './0120-pruned-bodies';
import { wholeFindings } from './0130-whole-findings';
import { logOfADay } from './0140-log-of-a-day';
import { book } from './0150-book';
import { storedShapes } from './0160-stored-shapes';
import { editSteps } from './0170-edit-steps';
import { anyKind } from './0180-any-kind';
import { pulledBoxes } from './0190-pulled-boxes';
import { sentOrders } from './0200-sent-orders';
import { courierForms } from './0210-courier-forms';
import { bookShapes } from './0220-book-shapes';
import { formLayouts } from './0230-form-layouts';
import { formLayoutShapes } from './0240-form-layout-shapes';
import { listedWhenEnded } from './0250-listed-when-ended';

/** In order. Numbers go in steps of ten, so that two branches can add one without colliding. */
export const migrations: readonly Migration[] = [
  first,
  orders,
  settledNumbers,
  plainPredicates,
  productOrders,
  orderOfJobs,
  testAddress,
  readBack,
  lookFirst,
  productNames,
  heldDue,
  prunedBodies,
  wholeFindings,
  logOfADay,
  book,
  storedShapes,
  editSteps,
  anyKind,
  pulledBoxes,
  sentOrders,
  courierForms,
  bookShapes,
  formLayouts,
  formLayoutShapes,
  listedWhenEnded,
];
