/** The words that every mail shares. */
export const greeting = (name: string) => `Hello ${name},`
