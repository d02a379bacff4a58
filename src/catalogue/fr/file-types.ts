import type { FileFamily, FileType } from '../../domain/file-type/types.ts';

/** What a file turned out to be, after « est ». */
export const fileTypes: Readonly<Record<FileType, string>> = {
  pdf: 'un PDF',
  png: 'une image PNG',
  jpeg: 'une image JPEG',
  gif: 'une image GIF',
  webp: 'une image WebP',
  heic: 'une photo HEIC',
  avif: 'une image AVIF',
  tiff: 'une image TIFF',
  bmp: 'une image BMP',
  svg: 'un dessin SVG',
  docx: 'un document Word',
  xlsx: 'un classeur Excel',
  pptx: 'un diaporama PowerPoint',
  odt: 'un document LibreOffice',
  ods: 'un classeur LibreOffice',
  odp: 'un diaporama LibreOffice',
  'office-97': 'un ancien document Office',
  rtf: 'un texte mis en forme (RTF)',
  zip: 'une archive ZIP',
  gzip: 'une archive GZIP',
  '7z': 'une archive 7z',
  rar: 'une archive RAR',
  mp4: 'une vidéo MP4',
  mov: 'une vidéo QuickTime',
  webm: 'une vidéo WebM',
  mkv: 'une vidéo Matroska',
  avi: 'une vidéo AVI',
  mp3: 'un son MP3',
  wav: 'un son WAV',
  ogg: 'un son Ogg',
  m4a: 'un son M4A',
  flac: 'un son FLAC',
  html: 'une page web',
  xml: 'un fichier XML',
  text: 'un texte simple',
  unknown: 'un fichier d’un type inconnu',
};

/** Why pages cannot be made of it, and the way to some that can be shown. */
export const unprintable: Readonly<Record<FileFamily, { readonly what: string; readonly remedy: string }>> = {
  pdf: { what: 'PDF', remedy: '' },
  image: {
    what: 'image d’un format que peu de programmes ouvrent',
    remedy: 'Enregistrez-la en JPEG ou en PNG',
  },
  office: {
    what: 'document de traitement de texte, tableur ou diaporama',
    remedy: 'Exportez-le en PDF (Fichier, Exporter)',
  },
  text: { what: 'courriel, page web ou fichier de données', remedy: 'Imprimez-le au format PDF' },
  video: {
    what: 'vidéo',
    remedy: 'Préparez une page PDF avec une image et ce que l’on y voit',
  },
  sound: {
    what: 'son',
    remedy: 'Préparez une page PDF avec la transcription du passage utile',
  },
  archive: { what: 'archive', remedy: 'Sortez-en le document utile, en PDF' },
  unknown: { what: 'type inconnu', remedy: 'Exportez-le en PDF depuis le programme qui l’ouvre' },
};
