/** Legal forms a fictional organisation may have, by family. */
export const ASSOCIATION = ['association', 'association loi 1901', 'association d’intérêt général'];
export const COOPERATIVE = ['SCIC', 'SCOP', 'association', 'SCIC à capital variable'];
