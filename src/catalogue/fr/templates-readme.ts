/** LISEZMOI.md, beside a copy of the templates. */
export const templatesReadme = (version: number): string => `# Vos modèles de documents

Ce dossier remplace, fichier par fichier, les modèles d’Acquis :

    acquis export DOSSIER --templates CE-DOSSIER
    acquis batch export promo/ --templates CE-DOSSIER

**Ne gardez que ce que vous changez.** Un fichier absent d’ici est pris chez Acquis et suit ses mises à jour. Pour changer les
couleurs, un seul fichier suffit :

    /* style.css */
    :root { --accent: #7a1f3d; --tint: #f7eef1; }

| fichier | rôle |
| --- | --- |
| \`style.css\` | vient après toutes les autres feuilles, dans tous les documents |
| \`shared/style.css\`, \`portfolio/style.css\`… | remplacent celles d’Acquis |
| \`portfolio/page.hbs\`, \`memoire/page.hbs\`… | la page entière d’un document, qui appelle les fragments |
| \`shared/cover.hbs\`… | un fragment, appelé par \`{{> shared/cover}}\` |
| \`ecole/bandeau.hbs\` | un fragment à vous, appelé par \`{{> ecole/bandeau}}\` |
| \`logo.png\`, \`texte.woff2\` | images (PNG, JPEG) et polices (WOFF2, WOFF), 2 Mo au plus chacune |
| \`acquis-templates.yaml\` | la version des champs pour laquelle ces modèles sont écrits (ici ${version}) |

Une image : \`<img src="{{image "logo.png"}}" alt="Nom de l’école">\` dans un modèle, \`url("logo.png")\` dans une feuille de style.
Elle est mise dans le document : rien n’est chargé du réseau.

## Champs

[champs.md](champs.md) les énumère. \`{{champ}}\` imprime un champ, \`{{#if champ}}…{{/if}}\` le teste,
\`{{#each liste}}…{{/each}}\` répète, \`{{#with groupe}}…{{/with}}\` entre dans un groupe, \`../\` en sort. Une faute dans un nom
est une erreur, avec le fichier, la ligne et le nom le plus proche. La version change quand un champ disparaît ou change de sens.

## Aides

| aide | imprime |
| --- | --- |
${Object.entries(HELPERS)
  .map(([call, does]) => `| \`{{${call}}}\` | ${does} |`)
  .join('\n')}

## Ce qui est refusé

Tout ce qui affaiblirait un document remis à un jury : données imprimées sans protection (\`{{{champ}}}\`), dans un style ou hors
des guillemets d’un attribut ; programmes, cadres, formulaires, adresses du réseau ; images sans texte de remplacement (\`alt\`).
Un fichier pèse au plus 256 Ko. Le marquage « document de travail » et la politique de sécurité de la page sont posés par Acquis
dans tous les cas.
`;

/** How each helper is called, and what it prints. */
const HELPERS: Readonly<Record<string, string>> = {
  'typo champ': 'un texte d’une ligne, avec les espaces insécables du français',
  'prose champ 2': 'un texte Markdown en paragraphes ; ses titres commencent sous le niveau 2',
  'phrase champ': 'un texte Markdown en une ligne',
  'opening champ': 'ses premiers mots, entre guillemets',
  'date champ': 'une date en toutes lettres : 18 mars 2024',
  'period champ': 'une période : mars 2021 – en cours',
  'span start end': 'de même, d’un début et d’une fin',
  'establishedOn date': '« Établi le … »',
  'word "headings" "contents"': 'un mot d’Acquis, par sa rubrique et son code',
  '#each (wordList "preparation" "steps" kind code "questions")':
    'une liste de mots d’Acquis, par sa rubrique et son code',
  'annexLink id number': '« Annexe 3, p. 41 », en lien',
  'pageMark "grid"': 'la page où commence l’élément de cet identifiant (sur papier seulement)',
  'pages nombre': '« 12 pages »',
  'idOf "activite" id': 'l’identifiant d’un élément, pour un lien : activite-A1',
  'lastPart mark': 'la fin d’un code : BC01-C04 donne C04',
  'gridNote grid.source': 'd’où viennent les énoncés officiels',
  'picture organigramme': 'l’image d’un organigramme, pour l’attribut src',
  'image "logo.png"': 'une image de ce dossier, pour l’attribut src',
  '#if (or a b)': 'vrai si l’un est rempli (or), si tous le sont (and)',
  '#if (and a b)': 'vrai si tous sont remplis',
  '#if (several liste)': 'vrai si la liste a plus d’un élément',
  '#if (contains liste id)': 'vrai si la liste a un élément de cet identifiant',
  '#each (columnGroups activities)': 'les activités par groupes qui tiennent dans la largeur d’un tableau',
  'matrixCaption activities several': 'la légende d’un tel tableau',
  '#each (thatShow activities rows)': 'les activités qui montrent une compétence de ces lignes',
  'brief texte 140': 'les premiers mots d’un texte, en autant de signes au plus',
  'minutes nombre': 'une durée',
  'timeSpan début durée': 'de la minute où un moment commence à celle où il finit',
  'sentence "timeline" "picture" timeline':
    'une phrase du catalogue faite de ces données, par sa section et son code',
  'gradeWord grade': 'un degré de couverture en mots (documents de travail)',
  'severityWord severity': 'un rang de constats en mots (documents de travail)',
  'findingMessage (asFinding code donnees)': 'un constat en une phrase (documents de travail)',
  'findingHint (asFinding code donnees)': 'ce qu’on peut y faire (documents de travail)',
  'deadlineWord échéance': 'ce qui est dû (documents de travail)',
  'daysLeft échéance': 'le temps qui reste (documents de travail)',
  'registrationWord registration': 'où en est l’enregistrement de la certification (documents de travail)',
  'documentName kind': 'le nom d’un document du jury',
};
