/** Words of a Word document that no other format has. */
export const word = {
  /** Names of styles, as Word's menu lists them. */
  styles: {
    AcquisStatement: 'Acquis – Énoncé officiel',
    AcquisField: 'Acquis – Rubrique',
    AcquisFact: 'Acquis – Fiche',
    AcquisFactMore: 'Acquis – Fiche (suite)',
    AcquisSubhead: 'Acquis – Intitulé',
    AcquisMeta: 'Acquis – Repères',
    AcquisNote: 'Acquis – Note',
    AcquisBox: 'Acquis – Encadré',
    AcquisCell: 'Acquis – Cellule',
    AcquisCellTitle: 'Acquis – Cellule (titre)',
    AcquisKicker: 'Acquis – Surtitre',
    AcquisMark: 'Acquis – Mention',
    AcquisCertification: 'Acquis – Certification',
    AcquisCoverLine: 'Acquis – Page de titre',
    AcquisPreformatted: 'Acquis – Texte brut',
    AcquisRule: 'Acquis – Filet',
    AcquisGap: 'Acquis – Espace',
    AcquisLine: 'Acquis – Ligne à remplir',
    AcquisSignature: 'Acquis – Signature',
    AcquisPicture: 'Acquis – Image',
  },
  characters: {
    AcquisCode: 'Acquis – Code',
    AcquisAside: 'Acquis – Date',
    AcquisReference: 'Acquis – Renvoi',
    AcquisLabel: 'Acquis – Libellé',
  },
  table: 'Acquis – Tableau',
  /** Stands where a drawing is on paper. */
  drawing: (alt: string) => `Figure : ${alt}`,
};
