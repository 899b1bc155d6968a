/** The repository's folder, without a slash at its end. */
export const ROOT: string;
