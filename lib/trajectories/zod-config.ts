import { z } from 'zod';

// Under the CSP of extension pages `new Function` is forbidden and each try is reported as a violation;
// zod compiles object schemas with it unless told not to before the first schema is made.
z.config({ jitless: true });

export { z };
