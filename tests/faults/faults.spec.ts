import { ALL_CASES } from './all-cases';
import { testCases } from './fault-test';

testCases(ALL_CASES);
