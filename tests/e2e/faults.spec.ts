import { ALL_CASES } from '../faults/all-cases';
import { testCases } from '../faults/fault-test';

// A few of `npm run test:faults`, one of each kind.
testCases(ALL_CASES.filter(({ isFast }) => isFast));
