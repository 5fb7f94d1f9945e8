/** The words that every mail shares. */
export const onlyYours = 'This link is only for you: please don’t forward this e-mail.'
export const inTheOpen = 'If the button doesn’t work, open this address:'

export const greeting = (name: string) => `Hello ${name},`
