/** The second half of the library, which ships no types: it is handed over whole. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
