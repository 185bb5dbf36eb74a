/** Why a file, disk or socket did not do what it was asked for: the system's own code, such as `ENOSPC`. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? 'unknown';
