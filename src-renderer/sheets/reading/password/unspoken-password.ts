/** Excel locks with this when only changing is to be asked for: such a file opens without a question. */
export const unspokenPassword = 'VelvetSweatshop';
